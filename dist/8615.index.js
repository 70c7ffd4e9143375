export const id = 8615;
export const ids = [8615];
export const modules = {

/***/ 3292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ stepsOf),
/* harmony export */   DH: () => (/* binding */ circlesIn),
/* harmony export */   LT: () => (/* binding */ wayBackOrder)
/* harmony export */ });
function circlesIn(services) {
    const needsOf = new Map(services.map(({ name, needs }) => [name, needs]));
    const over = new Set();
    const circles = [];
    const visit = (name, way) => {
        const from = way.indexOf(name);
        if (from >= 0)
            circles.push(way.slice(from));
        if (from >= 0 || over.has(name))
            return;
        for (const need of needsOf.get(name) ?? [])
            visit(need, [...way, name]);
        over.add(name);
    };
    for (const { name } of services)
        visit(name, []);
    return circles;
}
function stepsOf(services) {
    const depths = depthsOf(services);
    const steps = [];
    for (const { name } of services) {
        const depth = depths.get(name) ?? 0;
        steps[depth] = [...(steps[depth] ?? []), name];
    }
    return steps;
}
function depthsOf(services) {
    const needsOf = new Map(services.map(({ name, needs }) => [name, needs]));
    const depths = new Map();
    const depthOf = (name) => {
        const known = depths.get(name);
        if (known !== undefined)
            return known;
        const depth = Math.max(0, ...(needsOf.get(name) ?? []).map((need) => depthOf(need) + 1));
        depths.set(name, depth);
        return depth;
    };
    for (const { name } of services)
        depthOf(name);
    return depths;
}
function wayBackOrder(services) {
    return stepsOf(services)
        .toReversed()
        .flatMap((names) => names.toReversed());
}


/***/ }),

/***/ 996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readListedGroup: () => (/* binding */ readListedGroup)
/* harmony export */ });
/* harmony import */ var _group_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2891);
/* harmony import */ var _needs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3292);
/* harmony import */ var _read_group_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5991);



function readListedGroup(env, files) {
    const [text, path] = [env.INPUT_SERVICES ?? '', (env['INPUT_SERVICES-FILE'] ?? '').trim()];
    if (text.trim() !== '' && path !== '') {
        const message = 'services-file is given as well. Leave one.';
        return { services: [], problems: [{ input: 'services', message }] };
    }
    if (path === '')
        return listed(text, { input: 'services' });
    const read = (0,_read_group_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readServicesFile */ .L)(path, env, files);
    return read.ok
        ? listed(read.value, { input: 'services-file', file: path })
        : { services: [], problems: read.problems };
}
function listed(text, place) {
    const { entries, problems } = (0,_group_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .readGroupEntries */ ._u)(text, place);
    if (problems.length > 0)
        return { services: [], problems };
    const full = new Map(entries.map(({ name }) => [(0,_group_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(name), name]));
    const order = (0,_needs_js__WEBPACK_IMPORTED_MODULE_2__/* .wayBackOrder */ .LT)(entries.map(({ name, needs }) => ({ name: (0,_group_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(name), needs: needs.map(_group_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0) })));
    return { services: order.map((name) => full.get(name) ?? name), problems: [] };
}


/***/ })

};
