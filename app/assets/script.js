// Makes forms a little better; every page works without it.
"use strict";
{
  // Whoever sent a form that is refused begins at what is wrong with it.
  document.getElementById("summary")?.focus();

  // A form that was kept when its session ended is shown at once.
  const again = document.querySelector("form[data-again]");
  again?.requestSubmit(again.querySelector("button"));

  // The pointer that chooses in a filter has nothing more to say; the keyboard goes on to the button.
  let byPointer = false;
  addEventListener("pointerdown", () => (byPointer = true), true);
  addEventListener("keydown", () => (byPointer = false), true);
  addEventListener("change", ({ target }) => {
    if (byPointer && target.matches("form[data-filter] select")) target.form.requestSubmit();
    if (target.type === "file") tell(target);
  });

  // Which files were chosen, by name and size.
  function tell(input) {
    const said = input.closest(".field")?.querySelector("output");
    if (said) said.textContent = [...input.files].map((file) => `${file.name} (${Math.ceil(file.size / 1024)} kB)`).join(", ");
  }

  addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (submitter?.name === "language_switch") return;
    const words = submitter?.dataset.confirm;
    if (words && !confirm(words)) return event.preventDefault();
    const bar = form.querySelector("progress");
    if (!bar || ![...form.querySelectorAll("[type=file]")].some((input) => input.files.length)) return;
    event.preventDefault();
    send(form, submitter, bar);
  });

  // Files travel with a bar that tells how far they are; the page that answers is shown as if the browser had asked for it.
  function send(form, submitter, bar) {
    const request = new XMLHttpRequest();
    const told = bar.parentElement;
    told.hidden = false;
    submitter.disabled = true;
    request.upload.onprogress = ({ loaded, total }) => (bar.value = loaded / total);
    // Everything is there; how long it is read nobody knows.
    request.upload.onload = () => {
      bar.removeAttribute("value");
      told.querySelector("span").textContent = told.dataset.reading;
    };
    request.onload = () => {
      const isForm = request.status >= 400 && request.getResponseHeader("content-type")?.startsWith("text/html");
      if (!isForm) return location.assign(request.responseURL);
      document.open();
      document.write(request.responseText);
      document.close();
    };
    request.onerror = () => {
      submitter.disabled = false;
      told.hidden = true;
      form.submit();
    };
    const content = new FormData(form);
    if (submitter.name) content.append(submitter.name, submitter.value);
    request.open("POST", submitter.getAttribute("formaction") ?? form.action);
    request.send(content);
  }
}
