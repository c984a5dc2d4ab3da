## Filters
audit-body = Орган
audit-act = Действие
audit-who = Кто
audit-from = С даты
audit-to = По дату
audit-show = Показать

## Journal
journal = Журнал
journal-help = Действия, выполненные в органах, которые Вы проверяете. Записи только добавляются и не изменяются.
journal-at = Время
journal-subject = К чему относится
journal-basis = Основание
journal-system = Цепочка записей системы
journal-empty = Записей не найдено.
journal-chain = Цепочка журнала
journal-verify = Проверить целостность журнала
journal-verified = Результат проверки целостности журнала
journal-sound = Все записи сохранились такими, какими были внесены.
journal-entries = Записей: { $n }
journal-head = Хеш последней записи (SHA-256): { $hash }
journal-fault-changed = Первая ошибка: запись № { $n } изменена.
journal-fault-missing = Первая ошибка: записи № { $n } нет.
journal-fault-head = Первая ошибка: конец цепочки не соответствует записи № { $n }.
journal-fault-unreadable = Первая ошибка: форма записи № { $n } неизвестна.
journal-fault-what = Сохраните эту страницу и сообщите ответственному за базу данных: записи журнала отличаются от внесенных.

## Openings of copies and IINs
openings = Открытие данных
openings-help = Здесь показано, когда сотрудники органов, которые Вы проверяете, открывали копии удостоверений личности и ИИН. Ф.И.О. и документы членов дружин не показываются.
openings-counts = { $n ->
    [one] По сотрудникам и дням за последний { $n } день, по убыванию
    [few] По сотрудникам и дням за последние { $n } дня, по убыванию
    [many] По сотрудникам и дням за последние { $n } дней, по убыванию
   *[other] По сотрудникам и дням за последние { $n } дня, по убыванию
 }
openings-one-by-one = Каждое открытие отдельно
openings-copies = Копии
openings-iins = ИИН
openings-what = Что открыто
openings-position = номер в списке: { $n }
openings-empty = Открытий не было.

## Statistics
statistics = Статистика
statistics-past-target = Списки, внутренний срок которых прошел: { $n }
statistics-without-leader = Дружины без руководителя: { $n }
statistics-none = Нет.
statistics-no-members = Нет членов для подсчета.
statistics-help = Числа по органам, которые Вам видны. Здесь нет ничьих имен.
statistics-median = Дней до результата, медиана
statistics-failed-mails = Недоставленные письма
statistics-failed-mails-what = Эти письма не принял почтовый сервер получателя. Проверьте адрес и сообщите органу иным способом.
statistics-squads = Дружины по статусам
statistics-members = Члены по статусам
statistics-days = Дней до результата за последние 12 месяцев
statistics-days-head = После получения списка
statistics-days-span = { $from }–{ $to } дней
statistics-days-over = Более { $n } дней
statistics-days-empty = За последние 12 месяцев результаты не направлялись. После первого результата здесь появятся дни.
figures-few = меньше 5
figures-total = Сумма показанного
figures-frozen = Данные на начало месяца ({ $at }): до следующего месяца они не меняются. Числа округлены до 5, малые числа не показываются.
figures-none-yet = Данные подсчитываются в начале каждого месяца. Первые появятся здесь 1-го числа следующего месяца.
figures-too-few = не показывается, если результатов меньше 10
figures-more = На что обратить внимание
figures-without-leader = Дружины без руководителя
figures-past-target = Списки с прошедшим внутренним сроком
help-days = Законного срока проверки нет: дни считаются от получения списка до направления результата.
