import { describe, expect, test } from '@jest/globals'
import { parseUrlChecks } from '../../src/inputs/verify-urls.ts'

function messages(text: string): readonly string[] {
  const parsed = parseUrlChecks(text)
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message)
}

describe('one address per line', () => {
  test('with the defaults', () => {
    expect(parseUrlChecks('# health\nhttps://example.com/health\n\nhttp://{public-ip}:8080/')).toEqual({
      ok: true,
      value: [
        {
          url: 'https://example.com/health',
          method: 'GET',
          headers: {},
          statuses: [{ from: 200, to: 299 }],
          json: {},
          followRedirects: false,
          retries: 5,
          intervalSeconds: 5,
          timeoutSeconds: 10,
        },
        expect.objectContaining({ url: 'http://{public-ip}:8080/' }),
      ],
    })
  })

  test.each([
    ['example.com/health', /^Line 1 is not a whole address/],
    ['ftp://example.com/', /is not a whole address/],
    ['http://{public-ips}/', /no placeholder \{public-ips\}\. Did you mean \{public-ip\}\? Known are/],
    ['http://{nobody}/', /no placeholder \{nobody\}\. Known are \{public-ip\}, \{task-ip\}, \{load-balancer\}/],
    ['https://user:secret@example.com/', /Send them as a header/],
    ['http://169.254.169.254/', /no request is ever sent there/],
  ])('%s', (text, message) => {
    expect(messages(text)).toEqual([expect.stringMatching(message)])
    expect(messages(text).join()).not.toContain('user:secret')
  })
})

describe('a list in YAML or JSON', () => {
  test('of addresses and of what is to be said about each', () => {
    const text = `
- https://example.com/
- url: https://example.com/api
  method: POST
  status: 200-204, 401
  contains: ok
  json: {status: ok, "checks[0].db": true, none: null}
  headers: {accept: application/json}
  body: '{}'
  follow-redirects: true
  retries: 0
  interval-seconds: 1
  timeout-seconds: 2
`
    expect(parseUrlChecks(text)).toMatchObject({
      ok: true,
      value: [
        { url: 'https://example.com/' },
        {
          method: 'POST',
          statuses: [
            { from: 200, to: 204 },
            { from: 401, to: 401 },
          ],
          contains: 'ok',
          json: { status: 'ok', 'checks[0].db': true, none: null },
          headers: { accept: 'application/json' },
          body: '{}',
          followRedirects: true,
          retries: 0,
          intervalSeconds: 1,
          timeoutSeconds: 2,
        },
      ],
    })
    expect(parseUrlChecks('[{"url": "https://example.com/", "status": 204}]')).toMatchObject({ ok: true })
  })

  test.each([
    ['- status: 200', /Entry 1\.url is missing/],
    ['- {url: "https://a.b/", statuses: 200}', /has no member statuses\. Did you mean status\?/],
    ['- {url: "https://a.b/", status: 99}', /Entry 1\.status must be a status/],
    ['- {url: "https://a.b/", status: 300-200}', /Entry 1\.status must be a status/],
    ['- {url: "https://a.b/", method: get}', /Entry 1\.method must be one of GET, HEAD/],
    ['- {url: "https://a.b/", retries: 101}', /whole number from 0 to 100/],
    ['- {url: "https://a.b/", json: [1]}', /Entry 1\.json must have paths/],
    ['- {url: "https://a.b/", json: {a: {b: 1}}}', /Entry 1\.json must have paths/],
    ['- {url: "https://a.b/", headers: {"a b": c}}', /Entry 1\.headers must have names/],
    ['- {url: "https://a.b/", headers: {a: "b\\r\\nc: d"}}', /Entry 1\.headers must have names/],
    ['- {url: "https://a.b/", method: HEAD, contains: x}', /answered without a body/],
    ['- 7', /is neither an address nor has it members/],
    ['- {url: [', /neither JSON nor YAML/],
  ])('%s', (text, message) => {
    expect(messages(text)).toEqual([expect.stringMatching(message)])
  })

  test('everything that is wrong is told at once, and no value that may be secret', () => {
    const text = '- {url: "https://a.b/?token=hush", method: nope, headers: {authorization: 7}}\n- {url: nope}'
    expect(messages(text)).toHaveLength(3)
    expect(messages(text).join()).not.toMatch(/hush/)
  })
})
