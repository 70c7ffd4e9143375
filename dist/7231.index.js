export const id = 7231;
export const ids = [7231];
export const modules = {

/***/ 7231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseOlderCommit: () => (/* binding */ refuseOlderCommit)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7748);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7742);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8370);



async function refuseOlderCommit(running, ports, record) {
    const { sha, repository } = ports.run;
    const base = running.find(({ key }) => key === _tags_js__WEBPACK_IMPORTED_MODULE_1__/* .commitTag */ .m)?.value;
    const from = running.find(({ key }) => key === _tags_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryTag */ .B1)?.value;
    const compared = await order(base, from, sha, repository, ports);
    if (compared.kind === 'same' || compared.kind === 'newer')
        return;
    if (compared.kind === 'older') {
        const message = `Commit ${sha} is older than ${base}, which runs or is being deployed. Deploy the newer commit, use the rollback action ` +
            'to go back on purpose, or set refuse-older-commit to "false".';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsFound */ .t([{ input: 'refuse-older-commit', message }]);
    }
    const why = compared.kind === 'unknown' ? compared.why : `commit ${sha} and ${base}, which runs, have diverged`;
    (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .addNotice */ .Mp)(record, `Whether this commit is older than the one that runs is not known: ${why}. It is deployed.`);
}
async function order(base, from, sha, repository, { commits }) {
    if (sha === undefined || repository === undefined)
        return { kind: 'unknown', why: 'this run has no commit' };
    if (base === undefined)
        return { kind: 'unknown', why: 'the revision that runs carries no commit in its tags' };
    if (from !== undefined && from !== repository) {
        return { kind: 'unknown', why: `what runs was deployed from ${from}, another repository` };
    }
    return base === sha ? { kind: 'same' } : commits.compare(repository, base, sha);
}


/***/ })

};
