import { afterEach, describe, expect, test } from '@jest/globals'
import { httpRequests, mostBody } from '../../src/verification/http.ts'
import type { Received, Request } from '../../src/verification/ports.ts'
import { type Answer, says, WebService } from '../support/web-service.ts'

let service: WebService
afterEach(() => service.close())

async function ask(answer: Answer, more: Partial<Request> = {}, path = '/'): Promise<Received> {
  service = await WebService.open(answer)
  const request: Request = {
    url: `http://127.0.0.1:${service.port}${path}`,
    method: 'GET',
    headers: {},
    followRedirects: false,
    timeoutMilliseconds: 5_000,
    ...more,
  }
  return httpRequests.send(request, new AbortController().signal)
}

describe('redirects', () => {
  test('headers stay with their origin', async () => {
    const other = await WebService.open(says(200, 'there'))
    const received = await ask(says(302, '', { location: `http://127.0.0.1:${other.port}/` }), {
      headers: { authorization: 'Bearer hush' },
      followRedirects: true,
    })
    await other.close()
    expect(received).toMatchObject({ kind: 'answered', body: 'there' })
    expect(service.headers[0]).toHaveProperty('authorization')
    expect(other.headers[0]).not.toHaveProperty('authorization')
  })

  test.each([
    [302, 'GET'],
    [303, 'GET'],
    [307, 'POST'],
    [308, 'POST'],
  ])('%s makes a POST a %s', async (status, method) => {
    const answer: Answer = (request, response, nth) =>
      (request.url === '/' ? says(status, '', { location: '/next' }) : says(200))(request, response, nth)
    await ask(answer, { method: 'POST', body: '{}', followRedirects: true })
    expect(service.asked).toEqual(['POST /', `${method} /next`])
  })

  test('do not go on for ever', async () => {
    const received = await ask(says(302, '', { location: '/' }), { followRedirects: true })
    expect(received).toMatchObject({ kind: 'failed', why: 'redirects' })
    expect(service.asked).toHaveLength(6)
  })

  test.each(['ftp://a.b/', 'file:///etc/passwd', 'http://'])('not to %s', async (location) => {
    const received = await ask(says(302, '', { location }), { followRedirects: true })
    expect(received).toMatchObject({ kind: 'failed', why: 'redirects' })
  })
})

test('a body is read up to its limit, and the connection is closed', async () => {
  const received = await ask((_request, response) => {
    const more = (): boolean => response.write('x'.repeat(65_536))
    response.on('drain', () => void more())
    while (more());
  })
  expect(received).toMatchObject({ kind: 'answered', cut: true })
  if (received.kind === 'answered') expect(received.body).toHaveLength(mostBody)
})

test('no proxy is used, whatever the environment says', async () => {
  process.env.HTTP_PROXY = 'http://127.0.0.1:1'
  process.env.NODE_USE_ENV_PROXY = '1'
  try {
    expect(await ask(says(200))).toMatchObject({ kind: 'answered', status: 200 })
  } finally {
    delete process.env.HTTP_PROXY
    delete process.env.NODE_USE_ENV_PROXY
  }
})

test('a connection that is closed without an answer', async () => {
  expect(await ask((request) => request.socket.destroy())).toMatchObject({ kind: 'failed', why: 'closed' })
})

test('an aborted run ends it at once', async () => {
  service = await WebService.open(() => undefined)
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 50)
  const request = { url: `http://127.0.0.1:${service.port}/`, method: 'GET', headers: {}, followRedirects: false }
  const startedAt = performance.now()
  await httpRequests.send({ ...request, timeoutMilliseconds: 60_000 }, controller.signal)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})
