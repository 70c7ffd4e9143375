export const id = 3783;
export const ids = [3783];
export const modules = {

/***/ 3783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beforeDeployment: () => (/* binding */ beforeDeployment)
/* harmony export */ });
async function beforeDeployment(inputs, { service, definition }, ports, record) {
    const { verification, autoscaling, keepRevisions } = inputs;
    const { checkScaling, settleScaling, suspendScaling } = await __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 454));
    const target = await checkScaling(inputs, ports, record);
    const toVerify = verification && {
        verification,
        definition,
        basis: await (await __webpack_require__.e(/* import() */ 1290).then(__webpack_require__.bind(__webpack_require__, 1290))).prepareVerification(verification, service, inputs, ports, record),
    };
    if (target !== undefined && autoscaling === 'suspend' && !inputs.dryRun)
        await suspendScaling(target, ports, record);
    return async (done) => {
        if (inputs.dryRun)
            return done;
        let end = done;
        if (toVerify !== undefined) {
            const { verify } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(5058), __webpack_require__.e(7913), __webpack_require__.e(9428)]).then(__webpack_require__.bind(__webpack_require__, 7913));
            end = await verify(end, toVerify, inputs, ports, record);
        }
        if (target !== undefined && (autoscaling === 'suspend' || autoscaling === 'resume')) {
            end = await settleScaling(end, target, autoscaling, ports, record);
        }
        if (keepRevisions !== undefined) {
            const { tidyRevisions } = await __webpack_require__.e(/* import() */ 2078).then(__webpack_require__.bind(__webpack_require__, 2078));
            await tidyRevisions(end, keepRevisions, ports, record);
        }
        return end;
    };
}


/***/ })

};
