import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { UrlCheck } from '../../src/inputs/verification-inputs.ts'
import { at, misfitOf } from '../../src/verification/judge-answer.ts'
import { placed, shownUrl } from '../../src/verification/place-addresses.ts'
import type { Received } from '../../src/verification/ports.ts'

const check = (more: Partial<UrlCheck> = {}): UrlCheck => ({
  url: 'http://a.b/',
  method: 'GET',
  headers: {},
  statuses: [{ from: 200, to: 299 }],
  json: {},
  followRedirects: false,
  retries: 0,
  intervalSeconds: 1,
  timeoutSeconds: 1,
  ...more,
})
const answered = (status: number, body = '', more: object = {}): Received => ({
  kind: 'answered',
  url: 'http://a.b/',
  status,
  headers: {},
  body,
  cut: false,
  ...more,
})

describe('an answer', () => {
  test.each([
    [check(), answered(200), undefined],
    [check(), answered(404), 'answered 404 instead of 200-299'],
    [
      check({
        statuses: [
          { from: 204, to: 204 },
          { from: 401, to: 403 },
        ],
      }),
      answered(404),
      'answered 404 instead of 204 or 401-403',
    ],
    [
      check(),
      answered(301, '', { headers: { location: '/x' } }),
      'answered 301 instead of 200-299 (redirects are followed only with follow-redirects: true)',
    ],
    [check(), answered(304), 'answered 304 instead of 200-299'],
    [check({ contains: 'ok' }), answered(200, 'all ok'), undefined],
    [check({ contains: 'ok' }), answered(200, 'bad'), 'answered without the text "ok" in its body'],
    [check({ json: { a: 1 } }), answered(200, '{"a": 1}'), undefined],
    [check({ json: { a: 1 } }), answered(200, '{"a": "1"}'), 'answered with a "1" instead of 1'],
    [check({ json: { a: null } }), answered(200, '{"a": null}'), undefined],
    [check({ json: { 'a.b': 1 } }), answered(200, '{"a": {}}'), 'answered with a.b missing instead of 1'],
    [check({ json: { a: 1 } }), answered(200, '{"a": {}}'), 'answered with a an object instead of 1'],
    [check({ json: { a: 1 } }), answered(200, '<html>'), 'answered with a body that is not JSON'],
    [
      check({ json: { a: 1 } }),
      answered(200, '{"a', { cut: true }),
      'answered with more than 1 MiB, which is not read as JSON',
    ],
  ])('%o %o: %s', (wanted, received, what) => {
    expect(misfitOf(wanted, received)?.what).toBe(what)
  })

  test('its evidence is short, whatever comes back', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000, unit: fc.constantFrom('a', '\n', ':', 'ä') }), (body) => {
        const { evidence = [] } = misfitOf(check(), answered(500, body)) ?? {}
        expect(evidence.length).toBeLessThanOrEqual(8)
        for (const line of evidence) expect(line.length).toBeLessThanOrEqual(200)
      }),
    )
  })
})

test('a path leads to members of its own only', () => {
  expect(at({ a: [{ b: 2 }] }, '$.a[0].b')).toBe(2)
  expect(at({ a: [{ b: 2 }] }, 'a.0.b')).toBe(2)
  expect(at({}, 'constructor.name')).toBeUndefined()
  expect(at('text', 'length')).toBeUndefined()
})

test('placeholders: one check for each address, each once', () => {
  const addresses = { 'public-ip': ['1.1.1.1', '2.2.2.2', '1.1.1.1'], 'task-ip': [], 'load-balancer': ['lb'] }
  const urls = (url: string): readonly string[] => placed(check({ url }), addresses).map((one) => one.url)
  expect(urls('http://{public-ip}/{load-balancer}')).toEqual(['http://1.1.1.1/lb', 'http://2.2.2.2/lb'])
  expect(urls('http://{task-ip}/')).toEqual([])
  expect(urls('http://a.b/')).toEqual(['http://a.b/'])
})

test('what stands behind ? is not shown', () => {
  expect(shownUrl('http://a.b/c?d=e#f')).toBe('http://a.b/c?…')
  expect(shownUrl('http://a.b/c')).toBe('http://a.b/c')
})
