import type { Row } from './vocabulary.ts';

/** German, French, Spanish and Portuguese, Italian, Dutch, Polish, Russian, Chinese, Japanese, Korean. */
export const titleNames =
  'titel, titre, título, titulo, titolo, tytuł, название, заголовок, 标题, 題目, 题目, 题名, 標題, タイトル, 題名, 論文名, 제목';

/** Names of columns and labels in other languages than English. */
export const translatedRows: readonly Row[] = [
  { key: 'title', read: 'text', fields: titleNames },
  {
    key: 'abstract',
    read: 'abstract',
    fields:
      'zusammenfassung, kurzfassung, résumé, resumen, resumo, riassunto, sommario, samenvatting, streszczenie, аннотация, ' +
      '摘要, 概要, 要旨, 抄録, 초록, 요약',
  },
  {
    key: 'authors',
    read: 'names',
    fields:
      'autoren, autor, autorin, autor(en), verfasser, auteurs, auteur, auteur(s), autores, autor(es), autori, autore, autorzy, ' +
      'авторы, автор, 作者, 著者, 著者名, 저자',
  },
  {
    key: 'date',
    read: 'date',
    fields:
      'datum, veröffentlicht, veröffentlichungsdatum, erscheinungsdatum, date de publication, publié le, fecha, ' +
      'fecha de publicación, data de publicação, data di pubblicazione, data publikacji, дата, 日期, 发表日期, 发布日期, 发表时间, ' +
      '出版日期, 發表日期, 日付, 発表日, 公開日, 発行日, 날짜, 발행일',
  },
  {
    key: 'year',
    read: 'year',
    fields: 'jahr, erscheinungsjahr, année, annee, año, ano, anno, jaar, rok, год, 年份, 发表年份, 年, 発行年, 연도',
  },
  {
    key: 'venue',
    read: 'venue',
    fields:
      'zeitschrift, revue, revista, periódico, rivista, tijdschrift, czasopismo, журнал, 期刊, 刊名, 来源, 雑誌, 雑誌名, 掲載誌, 학술지',
  },
];
