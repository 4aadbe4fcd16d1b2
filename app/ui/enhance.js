/*
 * Comforts only: every page works without this file. It goes to browsers as it stands.
 */
;(() => {
	/** @param {EventTarget | null} node */
	const typing = (node) =>
		node instanceof HTMLElement && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName))

	/* A signed-in page kept by the back button is asked for again: it must not be seen after signing out. */
	addEventListener('pageshow', (event) => {
		if (event.persisted && document.querySelector('form[action$="/sign-out"]')) location.reload()
	})

	/* A second press within five seconds sends nothing; then the form may be sent again. Nothing is disabled. */
	const sent = new WeakMap()
	addEventListener('submit', (event) => {
		const form = event.target
		if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
		const last = sent.get(form)
		if (last !== undefined && performance.now() - last < 5000) event.preventDefault()
		else sent.set(form, performance.now())
	})

	/* Rows: the arrow keys move, Enter opens the row's first link. Only one row stands in the tab order. */
	for (const body of document.querySelectorAll('tbody')) {
		if (!body.closest('table[data-rows]')) continue
		const rows = [...body.rows].filter((row) => row.querySelector('a[href]'))
		for (const [index, row] of rows.entries()) row.tabIndex = index === 0 ? 0 : -1
	}

	/**
	 * @param {HTMLTableRowElement} row
	 * @param {string} key
	 */
	const nextOf = (row, key) => {
		const rows = [...(row.closest('tbody')?.rows ?? [])].filter((other) => other.hasAttribute('tabindex'))
		const at = rows.indexOf(row)
		if (key === 'ArrowDown') return rows[at + 1]
		if (key === 'ArrowUp') return rows[at - 1]
		return key === 'Home' ? rows[0] : rows.at(-1)
	}
	const moving = ['ArrowDown', 'ArrowUp', 'Home', 'End']

	addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
		const at = event.target
		if (event.key === '/' && !typing(at)) {
			const search = document.getElementById('staff-search')
			if (!(search instanceof HTMLInputElement)) return
			event.preventDefault()
			search.focus()
			search.select()
		} else if (at instanceof HTMLTableRowElement && at.closest('table[data-rows]')) {
			if (moving.includes(event.key)) {
				event.preventDefault()
				const next = nextOf(at, event.key)
				if (!next) return
				at.tabIndex = -1
				next.tabIndex = 0
				next.focus()
			} else if (event.key === 'Enter') {
				const link = at.querySelector('a[href]')
				if (link instanceof HTMLElement) link.click()
			}
		}
	})
})()
