## Inbox
inbox-title = Входящие
inbox-count = { $n ->
    [0] У Вас нет задач.
    [one] У Вас { $n } задача.
    [few] У Вас { $n } задачи.
    [many] У Вас { $n } задач.
   *[other] У Вас { $n } задачи.
 }
inbox-opened = Передано { $at }
inbox-read = Отметить как прочитанное
inbox-empty = У Вас нет задач. Когда другой орган передаст Вам вопрос, он появится здесь, а Вы получите письмо по электронной почте.
inbox-count-many = У Вас более 99 задач.
inbox-group-empty = В этой группе ничего нет.
inbox-all = Показать всю группу
inbox-closed = исполнено { $at }
inbox-tabs = Поручения
inbox-tab-mine = У меня на исполнении
inbox-tab-others = У других
inbox-tab-done = Исполненные
badge-waits = : ожидают Ваших действий

## Due dates
due-left = { $n ->
    [one] Остался { $n } день
    [few] Осталось { $n } дня
    [many] Осталось { $n } дней
   *[other] Осталось { $n } дня
 }
due-today = Сегодня последний день
due-past-internal = { $n ->
    [one] Внутренний срок прошел { $n } день назад
    [few] Внутренний срок прошел { $n } дня назад
    [many] Внутренний срок прошел { $n } дней назад
   *[other] Внутренний срок прошел { $n } дня назад
 }
due-past-statutory = { $n ->
    [one] Срок, установленный Правилами, истек { $n } день назад
    [few] Срок, установленный Правилами, истек { $n } дня назад
    [many] Срок, установленный Правилами, истек { $n } дней назад
   *[other] Срок, установленный Правилами, истек { $n } дня назад
 }
due-statutory = Срок, установленный Правилами: { $date }
due-internal = Внутренний срок подразделения (Правилами не установлен): { $date }

## Urgency
urgency-statutory-passed = Срок, установленный Правилами, истек
urgency-internal-passed = Внутренний срок подразделения прошел
urgency-due-soon = Срок наступает в течение 5 дней
urgency-new = Новые
urgency-waiting = Ожидают Ваших действий
urgency-information = Для сведения
urgency-others = Ожидаются действия других органов
urgency-done = Исполнено за последние 14 дней

## Squads without a leader
leaderless-title = Дружины без руководителя
leaderless-since = с { $date }
leaderless-never = руководитель еще не назначался
leaderless-vacated = место руководителя освободилось
leaderless-all = Все дружины без руководителя
leaderless-none = У каждой созданной советом дружины есть действующий или назначенный руководитель.
