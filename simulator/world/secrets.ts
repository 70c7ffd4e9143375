/** Which secrets and parameters exist: what the scenario says, less what has been deleted since. */
import type { World } from './world.ts'

/** @param names whether a name or ARN of the scenario is the one that is looked for */
export function isSecretThere({ secrets, deletedSecrets }: World, names: (known: string) => boolean): boolean {
  return !deletedSecrets.some(names) && (secrets === 'all' || secrets.some(names))
}

/** @param nameOrArn as a scenario's `secrets` lists it */
export function deleteSecret(world: World, nameOrArn: string): void {
  world.deletedSecrets.push(nameOrArn)
}
