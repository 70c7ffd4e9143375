// Runs in the browser: lets through what GitHub lets through, draws the diagrams, and leaves what it found in the page.
// The page sets `given`: { html, allowList, theme }.

/** Removes what the allow-list does not have, and says what that was. */
function sanitize(root, { elements, attributes, ownAttributes, schemes }) {
  const removed = []
  for (const element of [...root.querySelectorAll('*')]) {
    const name = element.localName
    if (!elements.includes(name)) {
      removed.push(`<${name}>`)
      element.replaceWith(...element.childNodes)
      continue
    }
    const inList = name === 'li' && element.closest('ul, ol') === null
    const inTable = ['tr', 'td', 'th', 'thead', 'tbody', 'tfoot'].includes(name) && element.closest('table') === null
    if (inList || inTable) {
      removed.push(`<${name}> without its parent`)
      element.replaceWith(...element.childNodes)
      continue
    }
    for (const { name: attribute, value } of [...element.attributes]) {
      const known = attributes.includes(attribute) || (ownAttributes[name] ?? []).includes(attribute)
      const scheme = /^([a-z][\w+.-]*):/i.exec(value)?.[1]?.toLowerCase()
      const isAddress = attribute === 'href' || attribute === 'src'
      const good = !isAddress || scheme === undefined || (schemes[name] ?? []).includes(scheme)
      if (known && good) continue
      removed.push(`${attribute}="${value}" of <${name}>`)
      element.removeAttribute(attribute)
    }
  }
  return removed
}

/** Rows of another width than their head, and rows that are no rows. */
function tableFaults(root) {
  const faults = []
  for (const table of root.querySelectorAll('table')) {
    const width = table.querySelectorAll('thead th').length
    for (const row of table.querySelectorAll('tbody tr')) {
      if (row.children.length !== width) faults.push(`a row of ${row.children.length} cells below ${width} titles`)
    }
  }
  for (const paragraph of root.querySelectorAll('p')) {
    if (/^\s*\|/m.test(paragraph.textContent)) faults.push(`no table: ${paragraph.textContent.slice(0, 80)}`)
  }
  return faults
}

async function draw(root, theme) {
  const diagrams = []
  for (const [index, block] of [...root.querySelectorAll('pre[lang="mermaid"]')].entries()) {
    const place = document.createElement('div')
    place.className = 'mermaid'
    try {
      const { svg } = await window.mermaid.render(`diagram-${index}`, block.textContent)
      place.innerHTML = svg
      block.replaceWith(place)
      diagrams.push(look(place.querySelector('svg'), theme))
    } catch (error) {
      diagrams.push({ error: String(error), texts: [], bars: 0, overlaps: [] })
    }
  }
  return diagrams
}

/** What is to be read in a diagram, and where one text lies on another. */
function look(svg, theme) {
  const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '')
  const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
  const overlaps = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      return across > 4 && down > 4 ? [`${one.text} | ${other.text}`] : []
    }),
  )
  const outside = boxes.filter(({ box }) => box.left < svg.getBoundingClientRect().left - 1)
  return {
    theme,
    texts: boxes.map(({ text }) => text),
    bars: svg.querySelectorAll('rect.task').length,
    overlaps: [...overlaps, ...outside.map(({ text }) => `${text} | the border`)],
  }
}

async function show({ html, allowList, theme, open }) {
  window.mermaid.initialize({ startOnLoad: false, theme, securityLevel: 'strict', suppressErrorRendering: true })
  document.documentElement.dataset.theme = theme
  const main = document.querySelector('main')
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const removed = sanitize(parsed.body, allowList)
  main.append(...parsed.body.childNodes)
  if (open) for (const part of main.querySelectorAll('details')) part.open = true
  const found = { removed, tables: tableFaults(main), diagrams: await draw(main, theme) }
  const result = document.createElement('script')
  result.type = 'application/json'
  result.id = 'found'
  result.textContent = JSON.stringify({ ...found, height: Math.ceil(main.getBoundingClientRect().bottom) }).replaceAll(
    '<',
    '\\u003c',
  )
  document.body.append(result)
}

void show(window.given)
