/** Nobody waits for a configuration as long as for ECS. Milliseconds. */
const limitMilliseconds = 5_000

/** A small text behind a presigned address. @throws where it does not come in time, or not at all */
export async function downloadText(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(limitMilliseconds) })
  if (!answer.ok) throw new Error(`the download answered ${answer.status}`)
  return answer.text()
}
