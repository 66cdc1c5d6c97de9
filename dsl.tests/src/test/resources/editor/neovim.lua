-- Drives Neovim's own client as its user would. Run as: VMN_LSP=<command> VMN_FILE=<file> nvim --headless -c 'luafile neovim.lua'
-- It prints a line for each thing that works, and ends with status 1 at the first that doesn't.

local PATIENCE = 30000

local function fail(what)
  io.stderr:write('FAIL ' .. what .. '\n')
  vim.cmd('cquit 1')
end

local function ok(what)
  io.stdout:write('OK ' .. what .. '\n')
end

local function await(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then
    fail(what .. '; diagnostics: ' .. vim.inspect(vim.diagnostic.get()) .. '; buffer: '
      .. vim.inspect(vim.api.nvim_buf_get_lines(0, 0, -1, false)))
  end
  ok(what)
end

local file = vim.env.VMN_FILE
vim.fn.writefile({
  'network hello',
  '',
  '/// Where the office is.',
  'segment lan { subnet 10.0.0.0/24 }',
  'vm a { nic lan }',
  'vm b { nic lam }',
  '',
}, file)
vim.cmd('edit ' .. vim.fn.fnameescape(file))
vim.bo.filetype = 'vmn'
local buffer = vim.api.nvim_get_current_buf()

local attached = false
local client = vim.lsp.start_client({
  name = 'vmn',
  cmd = vim.split(vim.env.VMN_LSP, '\n'),
  root_dir = vim.fn.fnamemodify(file, ':h'),
  on_attach = function() attached = true end,
})
vim.lsp.buf_attach_client(buffer, client)
await('attached', function() return attached end)

local function line(number) return vim.api.nvim_buf_get_lines(buffer, number - 1, number, false)[1] end
local function cursor(row, column) vim.api.nvim_win_set_cursor(0, { row, column }) end

-- Diagnostics: of the wrong name, exactly there.
await('diagnostic', function() return #vim.diagnostic.get(buffer) == 1 end)
local found = vim.diagnostic.get(buffer)[1]
if found.lnum ~= 5 or found.col ~= 11 or found.end_col ~= 14 or found.code ~= 'VMN2001' or found.source ~= 'vmn' then
  fail('diagnostic is ' .. vim.inspect(found))
end

-- Hover: in a window of its own.
cursor(5, 12)
vim.lsp.buf.hover()
local float
await('hover', function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      float = window
      return true
    end
  end
end)
local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false), '\n')
if not text:find('segment lan', 1, true) or not text:find('Where the office is.', 1, true) then
  fail('hover says ' .. text)
end
vim.api.nvim_win_close(float, true)

-- Definition.
cursor(5, 12)
vim.lsp.buf.definition()
await('definition', function()
  local at = vim.api.nvim_win_get_cursor(0)
  return at[1] == 4 and at[2] == 8
end)

-- Completion: typed, which leaves no wrong name.
vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
cursor(6, 0)
vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('Cvm b { nic l<C-x><C-o>', true, false, true), 't', false)

local function steps()
  if line(6) ~= 'vm b { nic lan' then
    fail('completion left ' .. line(6))
  end
  ok('completion')
  vim.cmd('stopinsert')
  vim.api.nvim_buf_set_lines(buffer, 5, 6, false, { 'vm b { nic lan }' })
  await('no diagnostic', function() return #vim.diagnostic.get(buffer) == 0 end)

  -- Rename.
  cursor(5, 12)
  vim.lsp.buf.rename('office')
  await('rename', function()
    return line(4) == 'segment office { subnet 10.0.0.0/24 }' and line(5) == 'vm a { nic office }'
      and line(6) == 'vm b { nic office }'
  end)

  vim.lsp.stop_client(client)
  await('stopped', function() return vim.lsp.client_is_stopped(client) end)
  vim.cmd('qall!')
end

-- Keys that are fed are read only after this script ends: look again until the completion is there.
local waited = 0
local function look()
  waited = waited + 100
  if line(6) == 'vm b { nic lan' or waited > PATIENCE then
    local worked, why = pcall(steps)
    if not worked then
      fail(tostring(why))
    end
  else
    vim.defer_fn(look, 100)
  end
end
vim.defer_fn(look, 100)
