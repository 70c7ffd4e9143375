export const id = 772;
export const ids = [772];
export const modules = {

/***/ 8772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diagnosisContext: () => (/* binding */ diagnosisContext),
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _diagnosis_diagnose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2288);
/* harmony import */ var _diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4060);
/* harmony import */ var _collect_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2115);
/* harmony import */ var _in_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9428);




/** Puts the causes into the record, once: what is collected during a rollback says nothing about the failure. */
function explain(record, definition) {
    if (record.diagnoses.length > 0)
        return;
    const found = (0,_diagnosis_diagnose_js__WEBPACK_IMPORTED_MODULE_0__.diagnose)((0,_collect_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .evidenceOf */ .X1)(record), diagnosisContext(record, definition));
    record.diagnoses.push(...found.map((diagnosis) => (0,_in_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .inCatalogue */ .b)(diagnosis, record)));
}
/** What is known about the deployment besides its evidence. */
function diagnosisContext(record, definition) {
    const containers = definition?.containerDefinitions ?? [];
    return {
        cluster: record.cluster,
        service: record.service,
        region: record.region,
        wantedImages: record.wanted?.images ?? [],
        hasLoadBalancer: record.hasLoadBalancer,
        containerHealthCheckOf: (name) => containers.find((container) => container.name === name)?.healthCheck,
        platform: record.platform,
        logOf: (container, task) => (0,_diagnosis_stopped_task_js__WEBPACK_IMPORTED_MODULE_3__/* .logPlace */ .ai)(definition, container, task),
    };
}


/***/ }),

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ inCatalogue)
/* harmony export */ });
/** The diagnosis with the address of its cause in the catalogue, where that is known. */
function inCatalogue(diagnosis, { causesAddress }) {
    if (causesAddress === undefined || diagnosis.cause === 'unknown')
        return diagnosis;
    return { ...diagnosis, more: `${causesAddress}#${diagnosis.cause}` };
}


/***/ })

};
