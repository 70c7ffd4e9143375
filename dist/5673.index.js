export const id = 5673;
export const ids = [5673];
export const modules = {

/***/ 5673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runTaskPost: () => (/* binding */ runTaskPost),
/* harmony export */   taskStateName: () => (/* binding */ taskStateName)
/* harmony export */ });
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(853);

const taskStateName = 'tasks';
async function runTaskPost(env) {
    const text = env[`STATE_${taskStateName}`];
    if (!text)
        return 0;
    const kept = JSON.parse(text);
    const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleLogger */ .k)(process.stdout, env.GITHUB_ACTIONS === 'true');
    if (kept.startedBy === '') {
        log.info('The run ended before a task was started; a task definition revision may have been registered.');
        return 0;
    }
    log.info(`The run ended before its ${kept.taskArns.length === 1 ? 'task' : 'tasks'}; stopping what still runs.`);
    const { finishTasks } = await Promise.all(/* import() */[__webpack_require__.e(5326), __webpack_require__.e(3575)]).then(__webpack_require__.bind(__webpack_require__, 3575));
    return finishTasks(kept, log, env);
}


/***/ })

};
