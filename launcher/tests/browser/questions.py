"""What a test asks JupyterLab's own application object, in the page's language."""

CELLS = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  return Array.from(panel.content.widgets).map((cell, index) => ({
    index,
    type: cell.model.type,
    source: cell.model.sharedModel.getSource(),
    outputs: cell.model.type === 'code' ? cell.model.outputs.toJSON() : [],
  }));
}"""

# The first answer of a kernel: without it the status may read "unknown" for as long as no cell ran.
ANSWERS = """async milliseconds => {
  const kernel = window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
  if (!kernel || kernel.connectionStatus !== 'connected') return kernel?.connectionStatus ?? null;
  const late = new Promise(done => setTimeout(() => done('no answer yet'), milliseconds));
  return await Promise.race([kernel.info.then(() => 'answers'), late]);
}"""

# Polled, so without the outputs, which may be megabytes.
PROGRESS = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  const codes = Array.from(panel.content.widgets).filter(cell => cell.model.type === 'code');
  return codes.map(cell => ({
    source: cell.model.sharedModel.getSource().slice(0, 80),
    running: cell.model.executionState === 'running',
    count: cell.model.executionCount ?? null,
  }));
}"""

ERRORS = """() => {
  const found = [];
  window.jupyterapp.shell.currentWidget.content.widgets.forEach((cell, index) => {
    if (cell.model.type !== 'code') return;
    for (let i = 0; i < cell.model.outputs.length; i++) {
      const output = cell.model.outputs.get(i);
      if (output.type !== 'error') continue;
      const first = cell.model.sharedModel.getSource().split('\\n')[0];
      const error = output.toJSON();
      found.push(`cell ${index} (${first}): ${error.ename}: ${error.evalue}`);
    }
  });
  return found;
}"""

KERNEL = """() => {
  const session = window.jupyterapp?.shell.currentWidget?.sessionContext?.session;
  return session?.kernel ? session.kernel.status : null;
}"""
