export const id = 9428;
export const ids = [9428];
export const modules = {

/***/ 9428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ inCatalogue),
/* harmony export */   c: () => (/* binding */ checksAddress)
/* harmony export */ });
function checksAddress({ causesAddress }) {
    return causesAddress?.replace(/causes\.md$/, 'preflight.md');
}
function inCatalogue(diagnosis, { causesAddress }) {
    if (causesAddress === undefined || diagnosis.cause === 'unknown')
        return diagnosis;
    return { ...diagnosis, more: `${causesAddress}#${diagnosis.cause}` };
}


/***/ })

};
