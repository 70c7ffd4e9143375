import type { Path } from '../../task-definition/task-definition.ts'
import { pathText } from '../../task-definition/visit.ts'
import type { Facts } from '../facts.ts'
import type { Found } from '../finding.ts'

/** What guides write where a value of one's own belongs. */
const everywhere: readonly RegExp[] = [
  /<[A-Z][A-Z0-9_-]+>/,
  /\bYOUR[_-][A-Z0-9_-]+/,
  /\bCHANGE_?ME\b/i,
  /\bREPLACE_?ME\b/i,
]
/** In names of AWS things, and hosts. */
const inNames: readonly RegExp[] = [
  ...everywhere,
  /<[a-z][\w -]*>/i,
  /(?:^|[:/.])(?:AWS_)?(?:ACCOUNT|REGION)(?:_ID)?(?=[:/.])/,
  /\$\{\w+\}/,
]
/** Members whose text is the user's own and may be secret: only the place is told. */
const own = new Set(['environment', 'command', 'entryPoint', 'dockerLabels', 'options', 'healthCheck'])

/** Placeholders that nobody filled in. */
export function placeholders({ definition }: Facts): readonly Found[] {
  return texts(definition, []).flatMap(({ path, text }) => {
    const isOwn = path.some((part) => own.has(String(part)))
    const shown = placeholderIn(text, isOwn)
    if (shown === undefined) return []
    const what = isOwn ? '' : ` (${shown})`
    const message = `${pathText(path)} looks like it still holds a placeholder${what}. Put the real value there.`
    return [{ path, message }]
  })
}

/** The placeholder in a text; pure. @param isOwn the text may say anything, so that only what nobody writes on purpose counts */
export function placeholderIn(text: string, isOwn: boolean): string | undefined {
  const found = (isOwn ? everywhere : inNames)
    .map((pattern) => pattern.exec(text)?.[0])
    .find((match) => match !== undefined)
  return found?.replace(/^[:/.]/, '') ?? (isOwn ? undefined : wrongArnPart(text))
}

/** `arn:aws:secretsmanager:region:account:…`: an account has twelve digits. */
function wrongArnPart(text: string): string | undefined {
  const [arn, , service, region = '', account = ''] = text.split(':')
  if (arn !== 'arn' || service === undefined) return undefined
  if (account !== '' && account !== 'aws' && !/^\d{12}$/.test(account)) return account
  return region !== '' && !/^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(region) ? region : undefined
}

function texts(value: unknown, path: Path): readonly { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, [...path, index]))
  return Object.entries(value).flatMap(([name, member]) => texts(member, [...path, name]))
}
