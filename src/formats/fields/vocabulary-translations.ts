import type { Row } from './vocabulary-row.ts';

/** German, French, Spanish and Portuguese, Italian, Dutch, Polish, Russian, Chinese, Japanese, Korean. */
export const titleNames =
  'titel, titre, título, titulo, titolo, tytuł, название, заголовок, 标题, 題目, 题目, 题名, 篇名, 论文标题, 论文题目, 论文名称, 文章标题, 標題, タイトル, 論文タイトル, 題名, 論文名, 제목';

/** Dates in numbers begin with the day in these languages. */
export const dayFirstNames =
  'datum, veröffentlicht, veröffentlicht am, veröffentlichungsdatum, erscheinungsdatum, date de publication, publié le, fecha, ' +
  'fecha de publicación, data de publicação, data di pubblicazione, data publikacji, дата';
const otherDateNames =
  '日期, 发表日期, 发布日期, 发表时间, 出版时间, 发布时间, 出版日期, 發表日期, 日付, 発表日, 公開日, 発行日, 날짜, 발행일';
const linkNames = 'lien, enlace, ligação, collegamento, adresse, ссылка, 链接, 网址, 連結, 網址, リンク, 링크';

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
      'autoren, autor, autorin, autor(en), autor:innen, verfasser, auteurs, auteur, auteur(s), autores, autor(es), autori, autore, autorzy, ' +
      'авторы, автор, 作者, 著者, 著者名, 저자',
  },
  { key: 'date', read: 'date', fields: `${dayFirstNames}, ${otherDateNames}` },
  {
    key: 'year',
    read: 'year',
    fields: 'jahr, erscheinungsjahr, année, annee, año, ano, anno, jaar, rok, год, 年份, 发表年份, 年, 発行年, 연도',
  },
  {
    key: 'venue',
    read: 'venue',
    fields:
      'zeitschrift, revue, revista, periódico, rivista, tijdschrift, czasopismo, журнал, 期刊, 期刊名称, 刊名, 来源, 文献来源, 会议, 雑誌, 雑誌名, 掲載誌, 학술지',
  },
  { key: 'id', read: 'identifier', fields: linkNames },
  { key: 'url', read: 'address', fields: linkNames },
  {
    key: 'citationCount',
    read: 'number',
    fields:
      'zitationen, citas, citações, citazioni, цитирования, 被引, 被引频次, 被引次数, 引用次数, 被引用数, 피인용수',
  },
];
