/** Which calls a deployment sends. */
import { type ShownCall, settingsOf } from './cells.ts'
import type { Deployment } from './deployments.ts'
import { play } from './play.ts'
import type { Call } from './story.ts'

/**
 * Plays the deployment without a signal, but for the one that its main ends with.
 *
 * @returns the calls of the step that the signals go to, in the order in which they come
 */
export async function callsOf(deployment: Deployment): Promise<readonly ShownCall[]> {
  const { mainEnds, outcome, shows, title } = deployment
  // What main sends does not depend on `on-cancel`.
  const settings = mainEnds === undefined ? [undefined] : settingsOf(deployment)
  const shown = new Map<string, ShownCall>()
  for (const setting of settings) {
    const played = await play(deployment, setting ?? 'leave', undefined, mainEnds === undefined ? fast : slow)
    const { main } = played
    if (mainEnds === undefined && main.outputs.outcome !== outcome) {
      throw new Error(`Without a signal "${title}" ended as ${main.outputs.outcome}:\n${main.log}`)
    }
    for (const call of played.calls[mainEnds === undefined ? 'main' : 'post'].filter(shows)) {
      const under = setting === undefined ? settingsOf(deployment) : [...(shown.get(keyOf(call))?.under ?? []), setting]
      shown.set(keyOf(call), { ...call, under })
    }
  }
  return [...shown.values()]
}

/** For runs that nothing ends. */
const fast = 200
/** Post is to find the deployment going on. */
const slow = 30

function keyOf({ phase, operation, nth }: Call): string {
  return `${phase} ${operation} ${nth}`
}
