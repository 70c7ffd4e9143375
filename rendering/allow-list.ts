/**
 * What GitHub lets through of the HTML that Markdown makes: the published list of html-pipeline's SanitizationFilter, made at GitHub
 * (https://github.com/gjtorikian/html-pipeline/blob/v2.14.3/lib/html/pipeline/sanitization_filter.rb, ALLOWLIST).
 */
export const allowList = {
  elements: (
    'h1 h2 h3 h4 h5 h6 h7 h8 br b i strong em a pre code img tt div ins del sup sub p ol ul table thead tbody tfoot blockquote ' +
    'dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details'
  ).split(' '),
  /** Of every element. */
  attributes: (
    'abbr accept accept-charset accesskey action align alt axis border cellpadding cellspacing char charoff charset checked clear ' +
    'cols colspan color compact coords datetime dir disabled enctype for frame headers height hreflang hspace ismap label lang ' +
    'maxlength media method multiple name nohref noshade nowrap open prompt readonly rel rev rows rowspan rules scope selected ' +
    'shape size span start summary tabindex target title type usemap valign value vspace width itemprop'
  ).split(' '),
  /** Of one kind of element. */
  ownAttributes: {
    a: ['href'],
    img: ['src', 'longdesc'],
    div: ['itemscope', 'itemtype'],
    blockquote: ['cite'],
    del: ['cite'],
    ins: ['cite'],
    q: ['cite'],
  },
  /** Of addresses; relative ones are allowed as well. */
  schemes: { a: ['http', 'https', 'mailto', 'github-windows', 'github-mac'], img: ['http', 'https'] },
} as const
