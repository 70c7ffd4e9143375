import { cut, withoutInvisible } from './safe-text.ts'

/** Letters, digits and marks that no grammar of Mermaid gives a meaning; everything else is written as an entity. */
const harmless = /[\p{L}\p{N} .,()/_-]/u

/** Stands where nothing is left: a label may not be empty. */
const nothing = '-'

/**
 * Foreign text as a label in a Mermaid diagram, where `:` ends a label, `;` a statement and `#` begins an entity. Mermaid
 * decodes `#58;` before it draws (docs "Entity codes to escape characters"). A label never begins with a keyword such as
 * `section` or `click`, because its first letter is written as an entity, too.
 *
 * @param limit characters that fit
 */
export function label(foreign: string, limit = 60): string {
  const text = cut(withoutInvisible(foreign.toWellFormed().replace(/\s+/g, ' ')).trim() || nothing, limit)
  return [...text].map((one, index) => (index > 0 && harmless.test(one) ? one : entity(one))).join('')
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`
}
