import { link } from './markdown.ts'

/** A line to the page that says what each check of preflight means; none where its address is not known. */
export function checksLink(address: string | undefined): string[] {
  return address === undefined ? [] : [link('What each check means', address)]
}
