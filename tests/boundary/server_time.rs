//! The API's time is known wherever the browser lets the `Date` of answers be read, whatever the device's clock says.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// A server with its own time on the fake clock: `trip` milliseconds there and as many back.
const SERVER: &str = r"
    clock.start();
    const TRUE = Date.UTC(2035, 0, 1, 0, 0, 0, 640);
    const deviceNow = Date.now;
    const server = (trip, isVisible = true) => async () => {
      await new Promise((resolve) => setTimeout(resolve, trip));
      const date = new Date(TRUE + clock.now).toUTCString();
      await new Promise((resolve) => setTimeout(resolve, trip));
      return reply(200, { has_more: false, items: [] }, isVisible ? { date } : {})();
    };
    const error = (liveops) => liveops.now() - (TRUE + clock.now);
";

#[wasm_bindgen_test]
async fn a_clock_that_is_wrong_by_ten_years_does_not_matter() {
    for trip in [0, 1, 100, 1_000, 4_000] {
        let result = run(&format!(
            "{SERVER}
            const errors = [];
            for (const years of [-10, 0, 10]) {{
              Date.now = () => TRUE + clock.now + years * 31_536e6;
              const liveops = new LiveOps({{ projectId: 1, fetch: server({trip}) }});
              await clock.until(liveops.dailyChains.list());
              for (const later of [0, 86_400_000]) {{
                await clock.pass(later);
                errors.push(Math.abs(error(liveops)));
              }}
            }}
            Date.now = deviceNow;
            return Math.max(...errors);
            "
        ))
        .await;
        let error = result.as_f64().unwrap();
        assert!(
            error <= f64::from(trip) + 500.0,
            "{error} ms with {trip} ms each way"
        );
    }
}

#[wasm_bindgen_test]
async fn further_answers_bring_it_closer() {
    let result = run(&format!(
        "{SERVER}
        const liveops = new LiveOps({{ projectId: 1, fetch: server(20) }});
        const errors = [];
        for (let reads = 0; reads < 40; reads++) {{
          await clock.until(liveops.dailyChains.list());
          errors.push(Math.abs(error(liveops)));
          await clock.pass(137);
        }}
        return errors.at(-1);
        "
    ))
    .await;
    assert!(
        result.as_f64().unwrap() <= 60.0,
        "{result} ms after forty answers"
    );
}

#[wasm_bindgen_test]
async fn while_nothing_can_be_read_the_device_s_own_time_counts() {
    let result = run(&format!(
        "{SERVER}
        Date.now = () => 7;
        const liveops = new LiveOps({{ projectId: 1, fetch: server(10, false) }});
        const times = [liveops.now().getTime()];
        await clock.until(liveops.dailyChains.list());
        times.push(liveops.now().getTime());
        Date.now = deviceNow;
        return times;
        "
    ))
    .await;
    assert_eq!(result, json!([7, 7]));
}

#[wasm_bindgen_test]
async fn a_device_that_slept_learns_it_anew() {
    let result = run(&format!(
        "{SERVER}
        let asleep = 0;
        const api = server(10);
        const fetch = async () => {{
          const answer = await api();
          const date = new Date(TRUE + clock.now + asleep).toUTCString();
          return {{ ...answer, headers: new Headers({{ date }}) }};
        }};
        const liveops = new LiveOps({{ projectId: 1, fetch }});
        await clock.until(liveops.dailyChains.list());
        const errors = [];
        for (asleep of [3_600_000, 0]) {{
          await clock.until(liveops.dailyChains.list());
          errors.push(Math.abs(error(liveops) - asleep) <= 520);
        }}
        return errors;
        "
    ))
    .await;
    assert_eq!(result, json!([true, true]));
}

#[wasm_bindgen_test]
async fn an_unreadable_date_teaches_nothing() {
    for date in ["yesterday", "", "0"] {
        let result = run(&format!(
            "{SERVER}
            Date.now = () => 7;
            const liveops = new LiveOps({{ projectId: 1, fetch: reply(200, {{ has_more: false, items: [] }}, {{ date: '{date}' }}) }});
            await clock.until(liveops.dailyChains.list());
            const time = liveops.now().getTime();
            Date.now = deviceNow;
            return Number.isFinite(time);
            "
        ))
        .await;
        assert_eq!(result, json!(true), "{date}");
    }
}

#[wasm_bindgen_test]
async fn the_page_s_own_clock_drives_it() {
    let result = run(r"
        let time = 5e6;
        const date = 'Mon, 01 Jan 2035 00:00:00 GMT';
        const liveops = new LiveOps({ projectId: 1, fetch: reply(200, { has_more: false, items: [] }, { date }), now: () => time });
        await liveops.dailyChains.list();
        time += 3_600_000;
        return liveops.now() - Date.parse(date);
    ")
    .await;
    assert_eq!(result, json!(3_600_500));
}
