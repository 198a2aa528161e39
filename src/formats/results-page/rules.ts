import { consistingOf } from '../../text/patterns.ts';

/**
 * What the sites print around their results. To add a language or a button, add it here, and a test.
 *
 * Google Scholar prints the buttons of a result behind it, PubMed before it:
 *
 *     Counting moths in dark barns                          1
 *     A Clay, B Ek - Journal of Barns, 2024 - Elsevier      Cite
 *     Save Cite Cited by 34 Related articles                Share
 *                                                           Counting moths in dark barns.
 */
export type Site = 'scholar' | 'pubmed';

export type ButtonName =
  | 'save'
  | 'cite'
  | 'citedBy'
  | 'related'
  | 'versions'
  | 'more'
  | 'share'
  | 'select'
  /** The number of a result of PubMed; page numbers look the same. */
  | 'number';

interface ButtonRule {
  readonly name: ButtonName;
  /** A source of a pattern with `#` for a count. */
  readonly texts: string;
}

/** English, German, Spanish, Portuguese, French, Italian, Dutch, Polish, Russian, Chinese, Japanese, Korean. */
export const BUTTONS: readonly ButtonRule[] = [
  {
    name: 'citedBy',
    texts:
      'Cited by #|Zitiert von:? #|Citado por:? #|Cité # fois|Citato da:? #|Geciteerd door #|Cytowane przez:? #|' +
      'Цитируется:? #|被引用(?:次[数數])?[：:]? ?#(?: ?次)?|引用元 ?#|#회 인용',
  },
  {
    name: 'related',
    texts:
      'Related articles|Ähnliche Artikel|Artículos relacionados|Artigos relacionados|Autres articles|Articoli correlati|' +
      'Verwante artikelen|Gerelateerde artikelen|Powiązane artykuły|Похожие статьи|相[关關]文章|関連記事|관련 학술자료',
  },
  {
    name: 'versions',
    texts:
      'All # versions|Alle # Versionen|Las # versiones|Todas as # versões|Les # versions|Tutte e # le versioni|' +
      'Alle # versies|Wszystkie wersje #|Все версии статьи \\(#\\)|[所共] ?有? ?# ?[个個]版本|全 ?# バージョン|전체 #개의 버전',
  },
  {
    name: 'more',
    texts:
      'View as HTML|HTML-Version|Als HTML anzeigen|Ver en HTML|Versión en HTML|Ver como HTML|Version HTML|HTML ?版|' +
      'Library Search|Free from Publisher|Bibliothekssuche|Cached|Im Cache|Web of Science: #|Import into [A-Z]\\w{2,10}|More|Mehr|»',
  },
  {
    name: 'save',
    texts:
      'Saved?|Speichern|Gespeichert|Guardar|Guardado|Salvar|Enregistrer|Salva|Opslaan|Zapisz|Сохранить|保存|儲存|저장',
  },
  { name: 'cite', texts: 'Cite|Zitieren|Citar|Citer|Cita|Citeren|Cytuj|Цитировать|引用|인용' },
  { name: 'share', texts: 'Share' },
  { name: 'select', texts: 'Select (?:search )?result(?: number)?(?: #)?' },
  { name: 'number', texts: '#\\.?' },
];

export type FrameType =
  /** Where the text of a result can be read: it stands above the title. */
  | 'access'
  /** What is part of a result of PubMed, but not of its title or abstract. */
  | 'note'
  /** Text that is not of the page follows it: a few lines. */
  | 'heading'
  | 'page';

interface FrameRule {
  readonly type: FrameType;
  readonly pattern: RegExp;
}

/** @param texts sources of patterns, of which a line may contain several: `Help Privacy Terms` */
const row = (...texts: readonly string[]) => consistingOf(`(?:${texts.join('|')})(?: |$)`, 'iu');

const scholarFrame: readonly FrameRule[] = [
  //   [PDF] arxiv.org     [HTML] from lamps.example.org
  { type: 'access', pattern: /^\[\p{Lu}{2,8}\] (?:from )?[\w-]+(?:\.[\w-]+)+$/u },
  //   Full View     Full-Text @ Pond Library     Find it @ Pond
  { type: 'access', pattern: /^(?:Full View|(?:Full[- ]Text|Find it|Get it) ?@ ?.{1,40})$/i },
  //   About 12,300 results (0.08 sec)     Ungefähr 1.230 Ergebnisse (0,05 Sek.)     找到约 12,300 条结果 （用时0.08秒）
  { type: 'page', pattern: /^.{0,60}\d.{0,60}[(（]\D{0,9}\d{1,3}[.,]\d{1,3} ?[\p{L}.]{1,12}[)）]$/u },
  //   Did you mean: moths     Scholarly articles for moths     Verified email at moth.example.org
  {
    type: 'page',
    pattern:
      /^(?:Did you mean: |Showing results for |Search instead for |Scholarly articles for |Verified email at ).{1,200}$/i,
  },
  //   Counting moths in dark barns - Clay - Cited by 34     ← of an overview above the results
  { type: 'page', pattern: /^.{1,200} - .{1,60} - Cited by \d{1,9}$/ },
  //   User profiles for ada clay
  { type: 'heading', pattern: /^User profiles for .{1,80}$/i },
  {
    type: 'heading',
    pattern: row(
      'Related searches|Ähnliche Suchanfragen|Búsquedas relacionadas|Recherches associées|Pesquisas relacionadas|相关搜索',
    ),
  },
  //   1 2 3 … Next
  {
    type: 'page',
    pattern: row('\\d{1,4}|…|\\.{3}|Previous|Next|Zurück|Weiter|Anterior|Siguiente|Précédent|Suivant|上一页|下一页'),
  },
  {
    type: 'page',
    pattern: row(
      'Articles?|Case law|Google Scholar|Scholar|My profile|My library|My profileMy library|Sign in|Any time|Since \\d{4}',
      'Custom range(?:\\.{3}|…)|Sort by (?:relevance|date)|Any type|Review articles|include (?:patents|citations)|Create alert|Help',
      "Privacy|Terms|Loading(?:\\.{3}|…)|The system can['’]t perform the operation now\\. Try again later\\.|Advanced search|Settings",
      'Labs|Citations per year|Duplicate citations',
    ),
  },
  {
    type: 'page',
    pattern: row(
      'Artikel|Mein Profil|Meine Bibliothek|Beliebige Zeit|Seit \\d{4}|Zeitraum wählen(?:\\.{3}|…)|Nach (?:Relevanz|Datum) sortieren',
      'Beliebige Sprache|Alle Typen|Übersichtsarbeiten|(?:Patente|Zitate) einschließen|Alert erstellen|Hilfe|Datenschutz',
      'Nutzungsbedingungen',
    ),
  },
  {
    type: 'page',
    pattern: row(
      'Artículos|Mi perfil|Mi biblioteca|Cualquier momento|Desde \\d{4}|Intervalo específico(?:\\.{3}|…)',
      'Ordenar por (?:relevancia|fecha)|Cualquier tipo|Artículos de revisión|incluir (?:patentes|citas)|Crear alerta|Ayuda|Privacidad',
      'Términos|Condiciones',
    ),
  },
  {
    type: 'page',
    pattern: row(
      'Articles|Mon profil|Ma bibliothèque|Date indifférente|Depuis \\d{4}|Période spécifique(?:\\.{3}|…)|Trier par (?:pertinence|date)',
      "Toutes les langues|Tous les types|Articles de revue|inclure les (?:brevets|citations)|Créer l['’]alerte|Aide|Confidentialité",
      "Conditions(?: d['’]utilisation)?",
    ),
  },
  {
    type: 'page',
    pattern: row(
      '文章|我的个人资料|我的图书馆|时间不限|\\d{4} ?以来|自定义范围(?:\\.{3}|…)|按(?:相关性|日期)排序|不限语言|中文网页|简体中文网页',
      '类型不限|评论性文章|包括专利|包含引用|创建快讯|帮助|隐私权|条款',
    ),
  },
];

const textBrowserFrame: readonly FrameRule[] = [
  //   References     Visible links:     12. https://barns.example.org/1     13. javascript:void(0)
  {
    type: 'page',
    pattern: /^(?:References|(?:Visible|Hidden) links:?|\d{1,5}\. (?:https?|javascript|file|mailto):\S{1,2000})$/,
  },
];

const pubmedFrame: readonly FrameRule[] = [
  // the kinds of an article, and how its text can be read
  {
    type: 'note',
    pattern: row(
      'Review|Systematic Review|Meta-Analysis|(?:Randomized Controlled|Controlled Clinical|Clinical|Multicenter) (?:Trial|Study)',
      'Case Reports|Editorial|Comment|Letter|Practice Guideline|Guideline|Observational Study|Comparative Study|Free (?:PMC )?article\\.?',
      'No abstract available\\.?|Affiliations?(?: expand)?|Expand|Abstract|\\[?No authors listed\\]?\\.?',
    ),
  },
  //   PMCID: PMC10601234
  { type: 'note', pattern: /^(?:PMCID|DOI): \S{1,200}$/ },
  {
    type: 'heading',
    pattern: row(
      'Conflict of interest statement|Results by year|Figures?|Similar articles|Publication types|MeSH terms|Substances',
    ),
  },
  //   Keywords: barns; lamps.     Copyright © 2024 Elsevier Ltd.     © 2024. The Author(s).
  {
    type: 'page',
    pattern: /^(?:Keywords: |Conflict of interest statement: |Copyright (?:©|\(c\))|© ?\d{4}|Published by ).{0,2000}$/i,
  },
  {
    type: 'page',
    pattern:
      /^(?:Sort(?:ed)? by: ?|Search: ?|Filters applied: |Results are displayed in |The PubMed wordmark and ).{0,200}$/i,
  },
  {
    type: 'page',
    pattern: row(
      '[\\d,]+ results?|Page(?: [\\d,]+)?|of [\\d,]+|(?:Show|Load) more(?: results)?|(?:Item in|Add to|Added to|In) clipboard|Full text links',
      'Search|Advanced|Create alert|Create RSS|User Guide|Save|Email|Send to|Clipboard|My Bibliography|Collections|Citation manager',
      'Best match|Most recent|Publication date|First author|Display options|Format|Summary|PubMed|PMID|Per page|\\d+ per page',
      'Abstract snippets|Abstract|Select search result to email or save|Permalink ?(?:Copy)?|Copy|Facebook|Twitter|LinkedIn|X',
    ),
  },
  {
    type: 'page',
    pattern: row(
      'My NCBI filters|My custom filters|Text availability|Free full text|Full text|Article attribute|Article type|Associated data',
      'Books and Documents|\\d+ years?|Custom Range|(?:See|Reset) all filters|Additional filters|Reset|Expand/collapse timeline',
    ),
  },
  {
    type: 'page',
    pattern: row(
      "Skip to main page content|An official website of the United States government|Here['’]s how you know|Log in|Access keys",
      '(?:My)?NCBI Homepage|Main Content|Main Navigation|NCBI Literature Resources|MeSH|PMC|Bookshelf|Disclaimer|Follow NCBI',
      'Connect with NLM|National Library of Medicine|NLM|NIH|HHS|USA\\.gov|Web Policies|FOIA|HHS Vulnerability Disclosure|Accessibility',
      'Careers|8600 Rockville Pike|Bethesda, MD 20894',
    ),
  },
];

/** What a line of the page around the results is; the first rule that matches counts. */
export const FRAME: readonly FrameRule[] = [...scholarFrame, ...textBrowserFrame, ...pubmedFrame];
