import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type NamedImage, placeImages } from '../../src/deployment/images.ts'
import type { Overrides } from '../../src/inputs/deploy-inputs.ts'
import { inputs } from './samples.ts'

const definition = (...containers: readonly { name: string; essential?: boolean }[]) => ({
  containerDefinitions: [...containers],
})
const one = definition({ name: 'web' })
const sidecar = definition({ name: 'web' }, { name: 'log', essential: false })
const two = definition({ name: 'web' }, { name: 'api' })

const forDefault: NamedImage = { image: 'web:2', written: 'web:2', input: 'image', notices: [] }
const named = (container: string, image = `${container}:2`): NamedImage => ({
  container,
  image,
  written: image,
  input: 'images',
  notices: [],
})

describe('an image is placed', () => {
  test.each([
    ['in the only container', one, [forDefault], {}, [{ container: 'web', image: 'web:2' }]],
    ['in the only essential container', sidecar, [forDefault], {}, [{ container: 'web', image: 'web:2' }]],
    ['where container-name says', two, [forDefault], { containerName: 'api' }, [{ container: 'api', image: 'web:2' }]],
    [
      'where it says itself, whatever container-name says',
      two,
      [named('web'), forDefault],
      { containerName: 'api' },
      [
        { container: 'web', image: 'web:2' },
        { container: 'api', image: 'web:2' },
      ],
    ],
  ])('%s', (_name, containers, images, more, placed) => {
    expect(placeImages(containers, images, inputs(more))).toMatchObject({ ok: true, value: { images: placed } })
  })

  test('and no two images ever share a container', () => {
    const names = fc.constantFrom('web', 'api', 'log')
    const anyImages = fc.array(fc.option(names).map((name) => (name === null ? forDefault : named(name))))
    const anyContainers = fc.uniqueArray(names, { minLength: 1 }).map((list) => list.map((name) => ({ name })))
    fc.assert(
      fc.property(
        anyContainers,
        anyImages,
        fc.option(names, { nil: undefined }),
        (containers, images, containerName) => {
          const result = placeImages(
            definition(...containers),
            images,
            inputs(containerName === undefined ? {} : { containerName }),
          )
          if (!result.ok) return result.problems.length > 0
          const places = result.value.images.map(({ container }) => container)
          return (
            places.length === images.length &&
            new Set(places).size === places.length &&
            places.every((place) => containers.some(({ name }) => name === place))
          )
        },
      ),
    )
  })
})

describe('it is a problem', () => {
  test('of container-name, where it is not clear which container is meant', () => {
    expect(placeImages(two, [forDefault], inputs())).toMatchObject({
      ok: false,
      problems: [{ input: 'container-name', message: expect.stringContaining('"web", "api"') }],
    })
  })

  test('of images, where images names a container that is not there', () => {
    expect(placeImages(two, [named('wbe')], inputs())).toMatchObject({
      ok: false,
      problems: [{ input: 'images', message: expect.stringMatching(/"wbe".*"web", "api"/) }],
    })
  })

  test('to give one container two images', () => {
    expect(placeImages(one, [forDefault, named('web', 'web:3')], inputs())).toMatchObject({
      ok: false,
      problems: [{ input: 'images', message: expect.stringContaining('"web" is given two images') }],
    })
  })

  test('that is told once, however many inputs run into it', () => {
    const command = { command: ['start'] }
    const result = placeImages(two, [forDefault], inputs({ containerName: 'wbe', overrides: command }))
    expect(result.ok ? [] : result.problems).toHaveLength(1)
  })

  test('for each image that has one', () => {
    const result = placeImages(two, [named('a'), named('b')], inputs())
    expect(result.ok ? [] : result.problems).toHaveLength(2)
  })
})

describe('the container of the overrides', () => {
  const target = (overrides: Overrides, containers = one) => {
    const result = placeImages(containers, [], inputs({ overrides }))
    return result.ok ? result.value.target : result.problems
  }

  test.each<[string, Overrides]>([
    ['environment', { environment: { strategy: 'merge', values: [] } }],
    ['command', { command: [] }],
    ['log driver', { logDriver: 'awslogs' }],
  ])('is decided where something in a container changes: %s', (_name, overrides) => {
    expect(target(overrides)).toBe('web')
    expect(target(overrides, two)).toMatchObject([{ input: 'container-name' }])
  })

  test('need not be clear where only the task changes', () => {
    const task = { cpu: '256', memory: '512', taskRoleArn: 'arn:role', executionRoleArn: 'arn:role' }
    expect(target(task, two)).toBeUndefined()
  })
})
