export const id = 3741;
export const ids = [3741];
export const modules = {

/***/ 3741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  groupPost: () => (/* binding */ groupPost)
});

// EXTERNAL MODULE: ./lib/github/log.js
var github_log = __webpack_require__(853);
// EXTERNAL MODULE: ./lib/group/group-state.js
var group_state = __webpack_require__(2624);
// EXTERNAL MODULE: ./lib/actions/cancellation.js
var actions_cancellation = __webpack_require__(6116);
// EXTERNAL MODULE: ./lib/actions/clock.js
var clock = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/actions/deployment-ports.js + 1 modules
var deployment_ports = __webpack_require__(6699);
// EXTERNAL MODULE: ./lib/deployment/finish-cancelled.js
var finish_cancelled = __webpack_require__(6530);
// EXTERNAL MODULE: ./lib/deployment/leave-alone.js
var leave_alone = __webpack_require__(8082);
// EXTERNAL MODULE: ./lib/deployment/tell-aftermath.js
var tell_aftermath = __webpack_require__(2849);
// EXTERNAL MODULE: ./lib/group/fold.js
var fold = __webpack_require__(4720);
// EXTERNAL MODULE: ./lib/group/group.js
var group_group = __webpack_require__(5084);
// EXTERNAL MODULE: ./lib/group/member-ports.js
var member_ports = __webpack_require__(9256);
// EXTERNAL MODULE: ./lib/deployment/ending.js
var ending = __webpack_require__(3496);
// EXTERNAL MODULE: ./lib/deployment/record.js
var record = __webpack_require__(7742);
;// CONCATENATED MODULE: ./lib/group/restored-member.js


function restoredMember({ services, needs }, index, kept) {
    const service = services[index] ?? '';
    return {
        given: {
            inputs: { service },
            needs: needs[index] ?? [],
            placed: (problem) => problem,
        },
        record: kept?.record ?? (0,record/* newRecord */.Mx)('', service, '', Date.now()),
        begun: kept?.record.update !== undefined,
        ...(kept?.ended === undefined ? {} : { ending: (0,ending/* ending */.K1)(kept.ended, 'It had ended before the run did.') }),
    };
}

// EXTERNAL MODULE: ./lib/group/shared-ecs.js + 1 modules
var shared_ecs = __webpack_require__(7944);
// EXTERNAL MODULE: ./lib/group/take-back.js
var take_back = __webpack_require__(8294);
// EXTERNAL MODULE: ./lib/group/turns.js + 1 modules
var turns = __webpack_require__(1662);
;// CONCATENATED MODULE: ./lib/actions/finish-group.js










async function finishGroup(state, now, log, open) {
    const members = state.kept.map((kept, index) => restoredMember(state, index, kept));
    const touched = members.filter(({ record }) => record.update !== undefined || record.sending !== undefined);
    for (const { record, ending } of touched) {
        log.info(`${record.service}: ${ending === undefined ? (0,tell_aftermath/* whatItWasDoing */.i)(record) : `It had ended: ${ending.outcome}.`}`);
    }
    const untouched = members.length - touched.length;
    if (untouched > 0)
        log.info(`${untouched} of ${members.length} services were not touched.`);
    const toLookAt = touched.filter((member) => isToLookAt(member, state.onCancel));
    if (toLookAt.length === 0)
        return undefined;
    const region = toLookAt[0]?.record.region ?? '';
    const group = { members, onGroupFailure: 'keep', startedAt: now, region };
    const ports = await open(region);
    const lots = await ports.lots();
    const ecs = (0,shared_ecs/* sharedEcs */.R)({ ecs: ports.ecs, lots, clock: ports.clock, turns: (0,turns/* turnsOf */.o)(ports.clock) });
    const portsFor = (member) => (0,member_ports/* portsOf */.a)(member, ports, ecs, () => Promise.resolve());
    if (state.onCancel === 'leave') {
        await Promise.all(toLookAt.map((member) => (0,leave_alone/* tellWhatBecame */.V)(member.record, portsFor(member))));
        return undefined;
    }
    await takeBack(group, toLookAt, portsFor);
    return group;
}
function isToLookAt({ record, ending }, onCancel) {
    if (record.update === undefined)
        return false;
    return ending === undefined || (onCancel === 'rollback' && (0,fold/* bringsNew */.KD)(ending.outcome));
}
async function takeBack(group, toLookAt, portsFor) {
    const ordered = (0,take_back/* orderOfReturn */.Y)(group).filter((member) => toLookAt.includes(member));
    await Promise.all(ordered.map(async (member) => {
        const ports = portsFor(member);
        const ending = await (0,finish_cancelled/* finishCancelled */.F)(member.record, ports, { afterCompletion: true });
        if (ending !== undefined)
            (0,group_group/* end */._N)(member, ending, ports.clock.now());
        else
            member.notBegun = whyNothing(member);
    }));
    for (const member of group.members) {
        if (!toLookAt.includes(member) && member.ending === undefined)
            member.notBegun = 'the run was cancelled before';
    }
}
function whyNothing({ record }) {
    return record.adopted ? 'this run did not start its deployment' : 'UpdateService was not applied';
}

// EXTERNAL MODULE: ./lib/actions/tell-group.js + 4 modules
var tell_group = __webpack_require__(2943);
;// CONCATENATED MODULE: ./lib/actions/group-post.js







async function groupPost(env) {
    const state = (0,group_state/* restoreGroup */.mk)(env);
    if (state === undefined)
        return 0;
    const log = (0,github_log/* consoleLogger */.k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    const preDeploy = state.kept.map((kept) => kept?.record.preDeploy).find((task) => task?.state === 'going');
    if (preDeploy?.state === 'going') {
        log.info('The run ended while a task before the deployment ran: no service was touched.');
        const { finishTasks } = await __webpack_require__.e(/* import() */ 5956).then(__webpack_require__.bind(__webpack_require__, 3575));
        return finishTasks(preDeploy.kept, log, env);
    }
    const cancellation = (0,actions_cancellation/* listenForSignals */.s)(process, clock/* systemClock */.m);
    (0,actions_cancellation/* tellWhenCancelled */.L)(cancellation, log);
    const group = await finishGroup(state, Date.now(), log, (region) => (0,deployment_ports/* deploymentPorts */.y)({ region, allowUnknownMembers: [] }, env, log, cancellation.signal, () => Promise.resolve()));
    return group === undefined ? 0 : (0,tell_group/* tellGroup */.d)(group, log, env);
}


/***/ })

};
