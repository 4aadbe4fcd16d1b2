/*
 * Comforts only: every page works without this file.
 */
;(() => {
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
	const rowsOf = (node) => [...node.closest('tbody').rows]
	for (const body of document.querySelectorAll('table[data-rows] tbody')) {
		const rows = [...body.rows].filter((row) => row.querySelector('a[href]'))
		if (rows[0]) rows[0].tabIndex = 0
		for (const row of rows.slice(1)) row.tabIndex = -1
	}

	const move = (row, step) => {
		const rows = rowsOf(row).filter((other) => other.hasAttribute('tabindex'))
		const next = step === 'first' ? rows[0] : step === 'last' ? rows.at(-1) : rows[rows.indexOf(row) + step]
		if (!next) return
		row.tabIndex = -1
		next.tabIndex = 0
		next.focus()
	}
	const steps = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' }

	addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
		const at = event.target
		if (event.key === '/' && !typing(at)) {
			const search = document.getElementById('staff-search')
			if (!search) return
			event.preventDefault()
			search.focus()
			search.select()
		} else if (at instanceof HTMLTableRowElement && at.closest('table[data-rows]')) {
			const step = steps[event.key]
			if (step !== undefined) {
				event.preventDefault()
				move(at, step)
			} else if (event.key === 'Enter') at.querySelector('a[href]')?.click()
		}
	})
})()
