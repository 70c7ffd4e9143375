export const id = 454;
export const ids = [454];
export const modules = {

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkScaling: () => (/* binding */ checkScaling),
/* harmony export */   settleScaling: () => (/* binding */ settleScaling),
/* harmony export */   suspendScaling: () => (/* binding */ suspendScaling)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8115);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3496);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(377);
/* harmony import */ var _optional_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3180);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7742);






const all = { in: true, out: true, scheduled: true };
const none = { in: false, out: false, scheduled: false };
async function checkScaling(inputs, ports, record) {
    const { autoscaling, settings } = inputs;
    if (autoscaling === undefined) {
        if (settings.desiredCount !== undefined && !namesVersion(inputs))
            await refuseScaled(ports, record);
        return undefined;
    }
    if (autoscaling === 'leave')
        return undefined;
    const target = await readTarget(ports, record);
    if (target === undefined) {
        (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .addNotice */ .Mp)(record, `autoscaling is ${autoscaling}, and nothing scales this service: there is no scalable target.`);
        return undefined;
    }
    const { desiredCount = target.minCapacity } = settings;
    if (autoscaling === 'resume' && (desiredCount < target.minCapacity || desiredCount > target.maxCapacity)) {
        (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .addNotice */ .Mp)(record, `desired-count is ${desiredCount}, outside of the ${target.minCapacity} to ${target.maxCapacity} tasks that automatic scaling keeps to: the next time it scales, the count goes back between them.`);
    }
    return target;
}
function namesVersion({ images, ecrImage, taskDefinition, overrides }) {
    return (images.length > 0 || ecrImage !== undefined || taskDefinition !== undefined || Object.keys(overrides).length > 0);
}
async function refuseScaled(ports, record) {
    const isScaled = await (0,_optional_read_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(record, 'application-autoscaling:DescribeScalableTargets', () => ports.scalableTargets.isScaled(record.cluster, record.service));
    if (isScaled !== true)
        return;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([
        {
            input: 'desired-count',
            message: 'Application Auto Scaling steers the count of this service and would change it again. Say with autoscaling what is to ' +
                'become of that: suspend (before the count is set), resume (after it), or leave.',
        },
    ]);
}
async function readTarget(ports, record) {
    try {
        return await ports.scalableTargets.describe(record.cluster, record.service);
    }
    catch (error) {
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        const message = `What scales the service cannot be read: ${whyNot(error, 'application-autoscaling:DescribeScalableTargets')}.`;
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ input: 'autoscaling', message }]);
    }
}
async function suspendScaling(target, ports, record) {
    if (isEqual(target.suspended, all)) {
        ports.log.info('The automatic scaling of the service is suspended already.');
        return;
    }
    try {
        await (0,_intent_js__WEBPACK_IMPORTED_MODULE_5__/* .sendKept */ .$)('suspend', ports, record, () => ports.scalableTargets.setSuspended(record.cluster, record.service, all));
    }
    catch (error) {
        if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) !== 'denied')
            throw error;
        record.sending = undefined;
        const message = `The automatic scaling cannot be suspended: ${whyNot(error, 'application-autoscaling:RegisterScalableTarget')}.`;
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t([{ input: 'autoscaling', message }]);
    }
    record.scaling = { before: target.suspended, now: all };
    await ports.keep();
    ports.log.info('The automatic scaling of the service is suspended.');
    (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .addNotice */ .Mp)(record, suspended);
}
const suspended = 'This run has suspended the automatic scaling of the service (autoscaling: suspend). With autoscaling: resume it goes on.';
async function settleScaling(end, target, wanted, ports, record) {
    const isGood = ['deployed', 'unchanged', 'updated', 'started'].includes(end.outcome);
    if (wanted === 'resume')
        return isGood ? resume(end, target, ports, record) : end;
    if (record.scaling === undefined)
        return end;
    if (isGood)
        return asUpdated(end, 'Its automatic scaling was suspended.');
    if (end.outcome === 'rolled-back')
        await putBack(record.scaling, ports, record);
    return end;
}
async function resume(end, { suspended: before }, ports, record) {
    if (isEqual(before, none)) {
        ports.log.info('The automatic scaling of the service is not suspended.');
        return end;
    }
    try {
        await (0,_intent_js__WEBPACK_IMPORTED_MODULE_5__/* .sendKept */ .$)('resume', ports, record, () => ports.scalableTargets.setSuspended(record.cluster, record.service, none));
    }
    catch (error) {
        const kind = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error);
        ports.cancelled.throwIfAborted();
        if (kind === 'expired' || kind === 'no-credentials')
            throw error;
        record.sending = undefined;
        const why = whyNot(error, 'application-autoscaling:RegisterScalableTarget');
        const headline = `${end.headline} But its automatic scaling could not be resumed, so the count stays as it is: ${why}.`;
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .failedEnding */ .BV)('failed', headline, [resumeCommand(record)]);
    }
    record.scaling = { before, now: none };
    ports.log.info('The automatic scaling of the service goes on.');
    return asUpdated(end, 'Its automatic scaling was resumed.');
}
function asUpdated(end, what) {
    const headline = `${end.headline} ${what}`;
    return end.outcome === 'unchanged' ? (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .ending */ .K1)('updated', headline) : { ...end, headline };
}
async function putBack({ before, now }, ports, record) {
    try {
        const target = await ports.scalableTargets.describe(record.cluster, record.service);
        if (target === undefined || !isEqual(target.suspended, now))
            return;
        await (0,_intent_js__WEBPACK_IMPORTED_MODULE_5__/* .sendKept */ .$)('resume', ports, record, () => ports.scalableTargets.setSuspended(record.cluster, record.service, before));
        record.notices.splice(record.notices.indexOf(suspended), 1, 'The automatic scaling of the service is as it was before.');
    }
    catch (error) {
        ports.cancelled.throwIfAborted();
        record.sending = undefined;
        (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .addNotice */ .Mp)(record, `The automatic scaling stays suspended: ${whyNot(error, 'application-autoscaling:RegisterScalableTarget')}.`);
    }
}
function resumeCommand({ cluster, service, region }) {
    const nameIn = (reference) => reference.slice(reference.lastIndexOf('/') + 1);
    return {
        why: 'Resume the automatic scaling',
        command: `aws application-autoscaling register-scalable-target --region ${region} --service-namespace ecs --scalable-dimension ecs:service:DesiredCount ` +
            `--resource-id service/${nameIn(cluster)}/${nameIn(service)} ` +
            '--suspended-state DynamicScalingInSuspended=false,DynamicScalingOutSuspended=false,ScheduledScalingSuspended=false',
    };
}
function whyNot(error, action) {
    if ((0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKind */ .zU)(error) === 'denied')
        return `the permission ${(0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deniedAction */ .Ub)(error) ?? action} is missing`;
    return (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error).replace(/\.$/, '');
}
function isEqual(one, other) {
    return one.in === other.in && one.out === other.out && one.scheduled === other.scheduled;
}


/***/ })

};
