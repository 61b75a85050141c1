(() => {
  const key = cell => {
    if (!cell) return '';
    if (cell.dataset.sort) return Number(cell.dataset.sort);
    return cell.textContent.trim();
  };
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const compare = (a, b) => {
    if (a === '' || b === '') return (a === '') - (b === '');
    return typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(a, b);
  };
  for (const table of document.querySelectorAll('table')) {
    const body = table.tBodies[0];
    if (body.rows.length < 3) continue;
    table.querySelectorAll('thead th').forEach((head, column) => {
      // No button element: browsers leave those out of headers that are repeated in print.
      const button = document.createElement('span');
      button.role = 'button';
      button.tabIndex = 0;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        button.click();
      });
      button.addEventListener('click', () => {
        const up = head.getAttribute('aria-sort') !== 'ascending';
        table.querySelectorAll('thead th').forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        const rows = [...body.rows].map(row => [key(row.cells[column]), row]);
        rows.sort(([a], [b]) => a === '' || b === '' ? compare(a, b) : up ? compare(a, b) : compare(b, a));
        body.append(...rows.map(([, row]) => row));
      });
    });
  }
})();
