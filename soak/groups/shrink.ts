/** Makes the plan of a failing group as small as it can be. */
import type { ServiceScenario } from '../../simulator/scenario.ts'
import { breaks, shrinkBy } from '../run/shrink.ts'
import type { GroupPlan } from './plan.ts'
import { playGroup } from './play.ts'
import { tryGroup } from './try-group.ts'

/** Leaves out a service, a deed of somebody else, a fault, a signal … one after the other while the same check still fails. */
export function shrinkGroup(plan: GroupPlan, check: string, play = playGroup): Promise<GroupPlan> {
  return shrinkBy(plan, smallerGroups, async (smaller) => breaks(check, await tryGroup(smaller, play)))
}

/** Every plan that has one thing less, those that have lost most first; pure. */
export function smallerGroups(plan: GroupPlan): readonly GroupPlan[] {
  const { services, scenario, inputs, disturbed } = plan
  const { timeline = [], faults = [] } = scenario
  const { cancelAfter, killAfter, ...toItsEnd } = plan
  return [
    ...(services.length > 1 ? services.map(({ name }) => withoutService(plan, name)) : []),
    ...(cancelAfter === undefined && killAfter === undefined ? [] : [toItsEnd]),
    ...disturbed.map((name) => undisturbed(plan, name)),
    ...faults.map((fault) => ({ ...plan, scenario: { ...scenario, faults: without(faults, fault) } })),
    ...timeline
      .filter((entry) => !('service' in entry && disturbed.includes(String(entry.service))))
      .map((entry) => ({ ...plan, scenario: { ...scenario, timeline: without(timeline, entry) } })),
    ...choices.filter((name) => name in inputs).map((name) => ({ ...plan, inputs: omitting(inputs, name) })),
    ...services.flatMap(({ name, needs, tag }) => [
      ...needs.map((need) => withService(plan, name, { needs: without(needs, need) })),
      ...(tag === 'v2' ? [] : [withService(plan, name, { tag: 'v2' })]),
    ]),
    ...(scenario.services ?? []).flatMap((service) =>
      extras.filter((name) => name in service).map((name) => withoutExtra(plan, service, name)),
    ),
  ]
}

/** Inputs that have a default which is as good. */
const choices = ['on-group-failure', 'on-cancel'] as const

/** What a service can do without. */
const extras = ['deploymentConfiguration', 'loadBalancer'] as const

function withoutService(plan: GroupPlan, name: string): GroupPlan {
  const quiet = undisturbed(plan, name)
  const { services, scenario } = quiet
  return {
    ...quiet,
    services: services.filter((one) => one.name !== name).map((one) => ({ ...one, needs: without(one.needs, name) })),
    scenario: { ...scenario, services: (scenario.services ?? []).filter((one) => one.name !== name) },
  }
}

/** Nobody else deploys that service. */
function undisturbed(plan: GroupPlan, name: string): GroupPlan {
  const timeline = (plan.scenario.timeline ?? []).filter((entry) => !('service' in entry && entry.service === name))
  return { ...plan, disturbed: without(plan.disturbed, name), scenario: { ...plan.scenario, timeline } }
}

function withService(plan: GroupPlan, name: string, change: Partial<GroupPlan['services'][number]>): GroupPlan {
  return { ...plan, services: plan.services.map((one) => (one.name === name ? { ...one, ...change } : one)) }
}

function withoutExtra(plan: GroupPlan, service: ServiceScenario, name: (typeof extras)[number]): GroupPlan {
  const services = (plan.scenario.services ?? []).map((one) => (one === service ? omitting(one, name) : one))
  return { ...plan, scenario: { ...plan.scenario, services } }
}

const without = <Item>(items: readonly Item[], item: Item): readonly Item[] => items.filter((one) => one !== item)

function omitting<Whole extends object>(whole: Whole, name: keyof Whole): Whole {
  const { [name]: _, ...rest } = whole
  return rest as Whole
}

/** What tells a plan from others, a line for each thing. */
export function groupPlanLines(plan: GroupPlan): readonly string[] {
  const { services, scenario, inputs, cancelAfter, killAfter } = plan
  const { timeline = [], faults = [] } = scenario
  const things = [
    ...services.map((one) => ({ ...one, ...withExtras(scenario.services?.find(({ name }) => name === one.name)) })),
    inputs,
    ...timeline,
    ...faults,
    ...(cancelAfter === undefined ? [] : [{ cancelAfter }]),
    ...(killAfter === undefined ? [] : [{ killAfter }]),
  ]
  return [`seed ${plan.seed}`, ...things.map((thing) => JSON.stringify(thing))]
}

function withExtras(service: ServiceScenario | undefined): object {
  return Object.fromEntries(extras.flatMap((name) => (service?.[name] === undefined ? [] : [[name, service[name]]])))
}
