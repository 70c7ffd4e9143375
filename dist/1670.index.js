export const id = 1670;
export const ids = [1670];
export const modules = {

/***/ 1670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keptImages: () => (/* binding */ keptImages)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8424);
/* harmony import */ var _image_running_image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6366);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7748);
/* harmony import */ var _task_definition_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9474);




function keptImages(definition, running, inputs) {
    const problems = [];
    const kept = inputs.images
        .filter(({ image }) => (0,_image_running_image_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunningImage */ .l)(image))
        .map((wanted) => {
        const placed = (0,_task_definition_container_js__WEBPACK_IMPORTED_MODULE_3__/* .targetContainer */ .p)(definition, wanted.container ?? inputs.containerName);
        if (!placed.ok)
            return { ...wanted, written: wanted.image, notices: [] };
        const containers = running.containerDefinitions ?? [];
        const image = containers.find(({ name }) => name === placed.value)?.image;
        if (image === undefined) {
            const names = containers.map(({ name }) => `"${name}"`).join(', ');
            const message = `The image of the container "${placed.value}" is to stay, but the service does not run that container, only ${names}. Give its image.`;
            problems.push({ input: wanted.input, message });
        }
        return {
            ...wanted,
            image: image ?? '',
            written: wanted.image,
            notices: image === undefined ? [] : notes(placed.value, image),
        };
    });
    if (problems.length > 0)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsFound */ .t(problems);
    return kept;
}
function notes(container, image) {
    const parsed = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(image);
    if (!parsed.ok || parsed.value.digest !== undefined)
        return [];
    return [
        `Container "${container}": ${image}, which the service runs, stays. It has no digest: new tasks get what it stands for then.`,
    ];
}


/***/ })

};
