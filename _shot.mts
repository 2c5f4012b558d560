import { chromium } from 'playwright-core';
const base = process.env.BASE ?? 'http://localhost:3905';
const [out, role, ...paths] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const opts = { wide: { viewport: { width: 1280, height: 900 } }, narrow: { viewport: { width: 320, height: 800 } }, dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' } } as const;
for (const look of (process.env.LOOKS ?? 'wide').split(',')) {
  const c = await b.newContext({ ...(opts as any)[look], javaScriptEnabled: !process.env.NOJS });
  const p = await c.newPage();
  p.on('console', m => { if (m.type() === 'error') console.log('CONSOLE', p.url(), m.text().slice(0,300)); });
  if (role !== '-') {
    await p.goto(base + '/sign-in');
    await p.getByLabel('Email address').fill(role + '@board.example');
    await p.getByLabel('Password').fill(process.env.PW ?? 'illustrative-only-1');
    await p.getByRole('button', { name: 'Sign in' }).click();
    await p.waitForTimeout(2500);
    console.log('after sign in', p.url());
  }
  for (const path of paths) {
    const r = await p.goto(base + path);
    const f = `${out}/${path.replace(/[^a-z0-9]+/gi, '_') || 'root'}-${look}.png`;
    await p.screenshot({ path: f, fullPage: !process.env.TOP });
    console.log(r?.status(), f, await p.evaluate(() => document.documentElement.scrollWidth));
  }
}
await b.close();
