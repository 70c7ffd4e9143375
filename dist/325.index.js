export const id = 325;
export const ids = [325];
export const modules = {

/***/ 325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bashScripts: () => (/* binding */ bashScripts)
/* harmony export */ });
const wrapper = `exec 3>&2 2>/dev/null
set -m
bash --norc -c 'echo "$$"; exec bash --norc -euo pipefail -c "$1"' - "$1" 2>&3 3>&- &
wait "$!"`;
const patienceMilliseconds = 1_000;
const lastPatienceMilliseconds = 5_000;
const ownVariables = /^(?:INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_|ACTIONS_CACHE_|GITHUB_STATE$|GITHUB_OUTPUT$)/;
function bashScripts(env, clock) {
    return {
        async run({ text, environment, timeoutMilliseconds }, onLine, signal) {
            const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 1260));
            const group = processGroup();
            const out = lineReader((line) => (group.isKnown() ? onLine(line) : group.learn(line)));
            const err = lineReader(onLine);
            const ended = new AbortController();
            let timedOut = false;
            const stop = async (signals) => {
                for (const [name, patience] of signals) {
                    group.kill(name);
                    await clock.sleep(patience, ended.signal);
                    if (ended.signal.aborted)
                        return;
                }
            };
            const cancel = () => {
                void stop([
                    ['SIGINT', patienceMilliseconds],
                    ['SIGTERM', lastPatienceMilliseconds],
                    ['SIGKILL', 0],
                ]);
            };
            signal.addEventListener('abort', cancel);
            void clock.sleep(timeoutMilliseconds, ended.signal).then(() => {
                if (ended.signal.aborted || signal.aborted)
                    return undefined;
                timedOut = true;
                return stop([
                    ['SIGTERM', lastPatienceMilliseconds],
                    ['SIGKILL', 0],
                ]);
            });
            try {
                const exitCode = await exec('bash', ['--norc', '-c', wrapper, '-', text], {
                    silent: true,
                    ignoreReturnCode: true,
                    input: Buffer.alloc(0),
                    env: { ...environmentOf(env), ...environment },
                    listeners: { stdout: out.take, stderr: err.take },
                });
                out.end();
                err.end();
                return timedOut ? { kind: 'timed-out' } : { kind: 'ended', exitCode };
            }
            catch (error) {
                return { kind: 'not-started', why: error instanceof Error ? error.message : String(error) };
            }
            finally {
                ended.abort();
                signal.removeEventListener('abort', cancel);
            }
        },
    };
}
function environmentOf(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === undefined || ownVariables.test(name) ? [] : [[name, value]]));
}
function processGroup() {
    let id;
    let waiting;
    const kill = (signal) => {
        if (id === undefined) {
            waiting = signal;
            return;
        }
        try {
            process.kill(-id, signal);
        }
        catch {
        }
    };
    return {
        isKnown: () => id !== undefined,
        learn(line) {
            id = Number(line);
            if (waiting !== undefined)
                kill(waiting);
        },
        kill,
    };
}
function lineReader(onLine) {
    const decoder = new TextDecoder();
    let rest = '';
    return {
        take(data) {
            const lines = (rest + decoder.decode(data, { stream: true })).split(/\r?\n/);
            rest = lines.pop() ?? '';
            for (const line of lines)
                onLine(line);
        },
        end() {
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
    };
}


/***/ })

};
