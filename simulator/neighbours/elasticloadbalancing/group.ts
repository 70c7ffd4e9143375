/** The target groups of the account: those that services name, and those that a scenario describes. */
import { ApiError } from '../../protocol/errors.ts'
import { pageOf } from '../../protocol/pagination.ts'
import type { Service, World } from '../../world/world.ts'
import type { TargetGroupScenario } from '../scenario.ts'

export interface TargetGroup {
  readonly arn: string
  readonly name: string
  readonly port: number
  readonly settings: TargetGroupScenario
  /** Services that register their tasks in it. */
  readonly services: readonly Service[]
}

const nameIn = (arn: string): string => arn.split('/')[1] ?? arn

export function targetGroupsOf(world: World): readonly TargetGroup[] {
  const uses = world.services.flatMap((service) =>
    service.settings.loadBalancers.flatMap(({ targetGroupArn, containerPort }) =>
      targetGroupArn === undefined ? [] : [{ arn: targetGroupArn, port: containerPort ?? 80, service }],
    ),
  )
  const used = [...Map.groupBy(uses, ({ arn }) => arn)].map(([arn, users]) => ({
    arn,
    port: users[0]?.port ?? 80,
    services: users.map(({ service }) => service),
  }))
  const unused = Object.keys(world.neighbours.targetGroups)
    .filter((name) => !used.some(({ arn }) => nameIn(arn) === name))
    .map((name) => ({ arn: usualArn(world, name), port: 80, services: [] }))
  return [...used, ...unused]
    .filter(({ arn }) => !world.neighbours.deletedTargetGroups.includes(arn))
    .map((group) => {
      const name = nameIn(group.arn)
      return { ...group, name, settings: world.neighbours.targetGroups[name] ?? {} }
    })
}

const usualArn = ({ region, account }: World, name: string): string =>
  `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${name}/0123456789abcdef`

/** @throws ApiError TargetGroupNotFound, or ValidationError for something that is no ARN of a target group */
export function targetGroupByArn(world: World, arn: string): TargetGroup {
  if (!/^arn:aws:elasticloadbalancing:[^:]+:\d+:targetgroup\/[^/]+\/[0-9a-f]+$/.test(arn)) {
    throw new ApiError('ValidationError', `'${arn}' is not a valid target group ARN`)
  }
  const group = targetGroupsOf(world).find((one) => one.arn === arn)
  if (group !== undefined) return group
  throw new ApiError('TargetGroupNotFound', 'One or more target groups not found')
}

/** Pages as this API has them: with `Marker` and `NextMarker`. */
export function markedPage<T>(
  all: readonly T[],
  { Marker, PageSize = 400 }: { Marker?: string | undefined; PageSize?: number | undefined },
): { readonly items: readonly T[]; readonly next: { readonly NextMarker?: string } } {
  const page = pageOf(all, Marker, PageSize)
  return { items: page.items, next: page.nextToken === undefined ? {} : { NextMarker: page.nextToken } }
}
