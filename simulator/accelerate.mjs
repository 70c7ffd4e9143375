/**
 * For `node --import`: lets a process share a simulator's virtual time, so that its waits pass at the simulator's speed.
 * SIMULATED_TIME='{"epoch":ms,"start":realMs,"speed":x}' is the simulator's `time`. Scaled are Date, the timers of
 * `node:timers` and `node:timers/promises`, and performance.now (from its value at the start on). What must stay real
 * stays real: process.hrtime, everything inside Node (sockets, fetch), which reads its own clock, and AbortSignal.timeout,
 * unless `limitSpeed` says how much faster that is to pass: less than `speed`, for it waits for real answers.
 */
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import { promisify } from 'node:util'

const settings = process.env.SIMULATED_TIME
if (settings !== undefined && settings !== '') accelerate(JSON.parse(settings))

function accelerate({ epoch, start, speed, limitSpeed = 1 }) {
  if (!(speed > 0)) throw new Error(`SIMULATED_TIME: speed must be above 0, not ${speed}`)
  const RealDate = Date
  const virtualNow = () => Math.floor(epoch + (RealDate.now() - start) * speed)
  globalThis.Date = virtualDate(RealDate, virtualNow)
  accelerateMonotonicClock(speed)
  // Rounded up: a timer must not fire before its virtual time has come.
  const scaled = (delay) => (Number(delay) > 0 ? Math.ceil(Number(delay) / speed) : delay)
  const real = { setTimeout: timers.setTimeout, setInterval: timers.setInterval }
  const realWaits = { setTimeout: promises.setTimeout, setInterval: promises.setInterval }
  const setTimeout = (callback, delay, ...rest) => real.setTimeout(callback, scaled(delay), ...rest)
  const setInterval = (callback, delay, ...rest) => real.setInterval(callback, scaled(delay), ...rest)
  const wait = (delay, value, options) => realWaits.setTimeout(scaled(delay), value, options)
  const repeat = (delay, value, options) => realWaits.setInterval(scaled(delay), value, options)
  // util.promisify(setTimeout) takes this road.
  Object.defineProperty(setTimeout, promisify.custom, { value: wait, enumerable: true })
  Object.assign(globalThis, { setTimeout, setInterval })
  Object.assign(timers, { setTimeout, setInterval })
  Object.assign(promises, { setTimeout: wait, setInterval: repeat })
  const { scheduler } = promises
  const realSchedulerWait = scheduler.wait.bind(scheduler)
  Object.defineProperty(scheduler, 'wait', {
    value: (delay, options) => realSchedulerWait(scaled(delay), options),
    configurable: true,
  })
  const realTimeout = AbortSignal.timeout.bind(AbortSignal)
  AbortSignal.timeout = (delay) => realTimeout(Math.ceil(Number(delay) / limitSpeed))
  syncBuiltinESMExports()
}

/** One object serves the global and `node:perf_hooks`; Node's own code does not call its `now`. */
function accelerateMonotonicClock(speed) {
  const realNow = performance.now.bind(performance)
  const start = realNow()
  const now = () => start + (realNow() - start) * speed
  Object.defineProperty(performance, 'now', { value: now, writable: true, configurable: true, enumerable: true })
}

function virtualDate(RealDate, virtualNow) {
  const VirtualDate = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [virtualNow()] : values, newTarget),
    apply: (target) => new target(virtualNow()).toString(),
    get: (target, member) => (member === 'now' ? virtualNow : Reflect.get(target, member)),
  })
  // `value.constructor === Date` must stay true.
  RealDate.prototype.constructor = VirtualDate
  return VirtualDate
}
