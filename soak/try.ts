import { loadAction } from './action.ts'
import { randomPlan } from './plan/random-plan.ts'
import { play } from './play/play.ts'
const action = await loadAction('src')
const from = Number(process.argv[2] ?? 1), to = Number(process.argv[3] ?? from)
const one = from === to
await play({ seed: 0, ingredients: [] }, action)
let t = performance.now()
const counts: Record<string, number> = {}
for (let s = from; s <= to; s++) {
  const plan = randomPlan(s)
  if (one) console.log(JSON.stringify(plan, null, 1))
  if (process.env.V) console.log("seed", s); const t0 = performance.now()
  const p = await play(plan, action, one ? console.log : undefined)
  const ms = performance.now() - t0
  for (const st of p.steps) { const k = `${st.stage} ${st.outcome ?? st.how}`; counts[k] = (counts[k] ?? 0) + 1 }
  if (one || ms > 1000) console.log(s, Math.round(ms), 'ms', p.calls.length, 'calls', p.moments.length, 'moments', JSON.stringify(p.steps))
}
console.log(counts, (to - from + 1) / ((performance.now() - t) / 1000), 'per second')
