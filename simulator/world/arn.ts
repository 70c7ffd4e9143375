/** Amazon Resource Names of the simulated account. */

export interface Place {
  readonly region: string
  readonly account: string
}

const ecs = ({ region, account }: Place, resource: string): string => `arn:aws:ecs:${region}:${account}:${resource}`

export const clusterArn = (place: Place, cluster: string): string => ecs(place, `cluster/${cluster}`)
export const serviceArn = (place: Place, cluster: string, service: string): string =>
  ecs(place, `service/${cluster}/${service}`)
export const taskArn = (place: Place, cluster: string, id: string): string => ecs(place, `task/${cluster}/${id}`)
export const containerArn = (place: Place, cluster: string, task: string, id: string): string =>
  ecs(place, `container/${cluster}/${task}/${id}`)
export const taskDefinitionArn = (place: Place, family: string, revision: number): string =>
  ecs(place, `task-definition/${family}:${revision}`)
export const serviceRevisionArn = (place: Place, cluster: string, service: string, number: string): string =>
  ecs(place, `service-revision/${cluster}/${service}/${number}`)
export const serviceDeploymentArn = (place: Place, cluster: string, service: string, id: string): string =>
  ecs(place, `service-deployment/${cluster}/${service}/${id}`)

/** @returns the last part of an ARN path, or the text itself where it is a bare name. */
export function lastPart(arnOrName: string): string {
  return arnOrName.slice(arnOrName.lastIndexOf('/') + 1)
}

/** `Scenario.clusters` and every request name a cluster by name or ARN; absent means `default`. */
export function clusterName(arnOrName: string | undefined): string {
  return arnOrName === undefined || arnOrName === '' ? 'default' : lastPart(arnOrName)
}
