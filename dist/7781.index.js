export const id = 7781;
export const ids = [7781];
export const modules = {

/***/ 7781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCommits: () => (/* binding */ githubCommits)
/* harmony export */ });
const limitMilliseconds = 20_000;
function githubCommits(token) {
    return {
        async compare(repository, base, head) {
            const [owner = '', repo = ''] = repository.split('/');
            if (token === undefined)
                return { kind: 'unknown', why: 'github-token is empty' };
            try {
                const { getOctokit } = await __webpack_require__.e(/* import() */ 2413).then(__webpack_require__.bind(__webpack_require__, 2413));
                const { data } = await getOctokit(token).rest.repos.compareCommitsWithBasehead({
                    owner,
                    repo,
                    basehead: `${base}...${head}`,
                    per_page: 1,
                    request: { signal: AbortSignal.timeout(limitMilliseconds) },
                });
                return orders[data.status] ?? { kind: 'unknown', why: `GitHub answered "${data.status}"` };
            }
            catch (error) {
                return { kind: 'unknown', why: whyNot(error) };
            }
        },
    };
}
const orders = {
    identical: { kind: 'same' },
    ahead: { kind: 'newer' },
    behind: { kind: 'older' },
    diverged: { kind: 'diverged' },
};
function whyNot(error) {
    const { status, message } = error;
    if (status === 404)
        return 'GitHub does not know both commits, or the token may not read them (permissions: contents: read)';
    return `GitHub could not be asked (${status === undefined ? '' : `${status}: `}${(message ?? String(error)).split('\n')[0]})`;
}


/***/ })

};
