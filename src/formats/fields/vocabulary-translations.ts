import { type Row, row } from './vocabulary-row.ts';

/**
 * German, French, Spanish and Portuguese, Italian, Dutch, Polish, Czech, Swedish and Danish, Turkish, Russian and Ukrainian,
 * Chinese, Japanese, Korean.
 */
export const titleNames =
  'titel, titre, título, titulo, titolo, tytuł, název, başlık, название, назва, заголовок, 标题, 題目, 题目, 题名, 篇名, 文题, 标题名称, ' +
  '论文标题, 论文题目, 论文题名, 论文名称, 文章标题, 文献标题, 文献题名, 標題, 篇名標題, 論文標題, 論文名稱, 論文題名, 文章標題, タイトル, ' +
  '論文タイトル, 題名, 論文名, 論文題目, 文献名, 表題, 제목, 논문명, 논문 제목, ' +
  "titel des beitrags, titel des artikels, artikeltitel, titel der publikation, titre de l'article, titre du document, " +
  'título del artículo, título del documento, título do artigo, título do documento, título original, ' +
  "titolo dell'articolo, titel van het artikel, tytuł artykułu, tytuł publikacji, název článku, makale başlığı, makale adı, " +
  'название статьи, название публикации, назва статті';

/** Dates in numbers begin with the day in these languages. */
export const dayFirstNames =
  'datum, veröffentlicht, veröffentlicht am, veröffentlichungsdatum, erscheinungsdatum, publikationsdatum, date de publication, ' +
  'publié le, date de parution, fecha, fecha de publicación, data de publicação, data, data di pubblicazione, publicatiedatum, ' +
  'data publikacji, datum vydání, publiceringsdatum, udgivelsesdato, yayın tarihi, tarih, дата, дата публикации, дата публікації';
const otherDateNames =
  '日期, 发表日期, 发布日期, 发表时间, 出版时间, 发布时间, 出版日期, 發表日期, 出版日期時間, 日付, 発表日, 公開日, 発行日, 出版日, 掲載日, 発行年月日, ' +
  '発行年月, 出版年月, 날짜, 발행일, 게재일, 출판일';
const linkNames =
  'doi 链接, doi 連結, doi リンク, lien doi, enlace doi, ' +
  'lien, enlace, ligação, collegamento, adresse, odkaz, odnośnik, länk, bağlantı, ссылка, посилання, 链接, 网址, 連結, 網址, リンク, 링크, ' +
  'webadresse, online-adresse, internetadresse, webbadress, adresse url, adresse web, dirección url, dirección web, ' +
  'endereço eletrônico, endereço web, indirizzo web, adres url, ссылка на статью, 论文链接, 文章链接, 全文链接, 原文链接, 链接地址, ' +
  '論文連結, 論文リンク, 論文 url, 원문 링크, 원문 url';

/** Names of columns and labels in other languages than English. */
export const translatedRows: readonly Row[] = [
  row('title', titleNames),
  row(
    'abstract',
    'zusammenfassung, kurzfassung, kurzbeschreibung, résumé, resumen, resumo, riassunto, sommario, samenvatting, streszczenie, ' +
      'abstrakt, sammanfattning, sammendrag, özet, аннотация, анотація, реферат, ' +
      '摘要, 中文摘要, 论文摘要, 内容摘要, 文摘, 概要, 要旨, 論文要旨, 要約, 抄録, 초록, 국문 초록, 요약',
  ),
  row(
    'authors',
    'autoren, autor, autorin, autor(en), autorinnen, autorinnen und autoren, verfasser, verfasserinnen, verfasser/in, ' +
      'auteurs, auteur, auteur(s), autores, autor(es), autor/a, autori, autore, autorzy, ' +
      'autoři, författare, forfattere, forfatter, yazarlar, yazar, yazar(lar), ' +
      'авторы, автор, авторы публикации, автори, 作者全名, 作者, 作者姓名, 论文作者, 责任者, 著者全名, 著者, 著者名, 執筆者, 저자, 저자명',
  ),
  row('date', `${dayFirstNames}, ${otherDateNames}`),
  row(
    'year',
    'jahr, erscheinungsjahr, publikationsjahr, veröffentlichungsjahr, année, annee, année de publication, année de parution, ' +
      'año, año de publicación, ano, ano de publicação, anno, anno di pubblicazione, jaar, publicatiejaar, rok, rok publikacji, ' +
      'rok wydania, rok vydání, år, publiceringsår, utgivningsår, udgivelsesår, yıl, yayın yılı, ' +
      'год, год публикации, год издания, рік, рік публікації, 年份, 年度, 发表年份, 发表年, 出版年, 出版年份, 發表年份, 年, 発行年, 発表年, 刊行年, ' +
      '연도, 발행 연도, 발행년도, 출판 연도',
  ),
  row(
    'venue',
    'zeitschrift, zeitschriftentitel, zeitschrift/zeitung, fachzeitschrift, erschienen in, revue, titre de la revue, ' +
      'nom de la revue, revista, título de la revista, nombre de la revista, periódico, título do periódico, rivista, ' +
      'titolo della rivista, tijdschrift, czasopismo, časopis, tidskrift, tidsskrift, dergi, dergi adı, ' +
      'журнал, название журнала, 期刊, 期刊名, 期刊名称, 期刊名稱, 刊名, 刊物名称, 出版物名称, 来源出版物名称, 来源出版物, 来源, 文献来源, 会议, 会议名称, ' +
      '會議名稱, 雑誌, 雑誌名, 掲載誌, 収録刊行物, 誌名, 학술지, 학술지명, 저널명',
  ),
  row('id', linkNames),
  row('url', linkNames),
  row('doi', linkNames),
  row(
    'citationCount',
    'zitationen, zitierungen, anzahl zitationen, anzahl der zitationen, anzahl zitate, anzahl der zitate, zitiert von, ' +
      'nombre de citations, cité par, citas, número de citas, citado por, citações, número de citações, citazioni, ' +
      'numero di citazioni, citato da, citaties, aantal citaties, geciteerd door, cytowania, liczba cytowań, citace, počet citací, ' +
      'citeringar, antal citeringar, citationer, antal citationer, atıf, atıf sayısı, ' +
      'цитирования, цитирований, число цитирований, количество цитирований, цитувань, кількість цитувань, ' +
      '被引, 被引频次, 被引次数, 被引用次数, 被引次數, 引用, 引用次数, 引用次數, 引用量, 引用数, 引用回数, 被引用数, 被引用回数, 被引用件数, ' +
      '피인용수, 피인용 횟수, 인용수, 인용 횟수',
  ),
];
