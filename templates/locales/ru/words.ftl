## Duties
duty-akimat-officer = Сотрудник акимата
duty-council-secretary = Секретарь совета
duty-vetting-officer = Сотрудник, проводящий проверку
duty-head = Начальник территориального подразделения
duty-unit-representative = Представитель структурного подразделения
duty-administrator = Администратор
duty-auditor = Аудитор
duty-state-held = Действует сейчас
duty-state-later = Начнется позднее
duty-state-ended = Прекращена

## Squads
squad-proposed = Предложена
squad-created = Создана
squad-rejected = Отклонена

## Lists
list-draft = Черновик
list-sent = Направлен
list-received = Принят
list-answered = Рассмотрен
list-closed = Закрыт

## Entries
entry-open = Открыта
entry-returned = Возвращена на доработку
entry-answered = Рассмотрена
entry-withdrawn = Отозвана
particular-surname = Фамилия
particular-given-name = Имя
particular-patronymic = Отчество
particular-iin = ИИН
particular-birth-date = Дата рождения
particular-document-kind = Вид документа
particular-document-number = Номер документа
particular-address = Адрес
particular-phone = Телефон
particular-email = Электронная почта
particular-language = Язык писем

## Memberships
membership-proposed = Предложен
membership-listed = В направленном списке
membership-being-vetted = На проверке
membership-registered = Зарегистрирован
membership-to-be-removed = Подлежит исключению из дружины
membership-removed = Исключен из дружины
membership-refused = Отказано
membership-off-record = Снят с учета
membership-withdrawn = Отозван

## Leaderships
leadership-awaiting-registration = Руководитель назначен, ожидает регистрации
leadership-in-office = Полномочия руководителя действуют
leadership-ended = Полномочия руководителя прекращены
leadership-lapsed = Полномочия руководителя прекращены
post-none = Без руководителя

## Outcomes
outcome-registered = Зарегистрировать
outcome-to-be-removed = Подлежит исключению из дружины

## Decisions
decision-create = Создать дружину
decision-appoint = Назначить руководителя
decision-reject = Отклонить предложение
decision-field-number = Номер
decision-field-decided-on = Дата
decision-field-presided-by = Председательствовавший

## Documents, registers and texts of return
document-id-card = Удостоверение личности
document-passport = Паспорт
register-criminal-record = Судимость
register-narcological = Наркологический учет
register-psychoneurological = Психоневрологический учет
return-unreadable-copy = Копия нечитаема
return-other-persons-copy = Приложена копия документа другого лица
return-number-differs = Номер отличается от указанного в копии
return-name-differs = Ф.И.О. отличаются от указанных в копии
return-ask-subdivision = Обратитесь в территориальное подразделение за уточнением

## Entries of the book
book-registered = Зарегистрирован
book-trained = Прошел правовую подготовку
book-training-withdrawn = Исправление: не участвовал в подготовке
book-off-record = Снят с учета
book-off-record-withdrawn = Исправление: с учета не снят
book-result = Результат службы
book-result-corrected = Исправление: результат службы

## Copies and IINs that were opened
opened-copy = Копия удостоверения личности
opened-iin = ИИН
opened-certificate = Удостоверение члена дружины

## Handoffs
handoff-put-to-council = Вынести вопрос о дружине на рассмотрение совета
handoff-squad-rejected = Совет отклонил предложение о создании дружины
handoff-send-list = Направить список членов дружины
handoff-squad-created = Создана дружина
handoff-receive-list = Принять список
handoff-vet-list = Провести проверку по списку
handoff-correct-list = Исправить возвращенные записи и направить их повторно
handoff-remove-people = Исключить лиц из дружины
handoff-people-in-book = Новые лица в книге
handoff-appoint-leader = Дружина без руководителя: вынести вопрос на рассмотрение совета
handoff-inform-people = Уведомить снятых с учета
handoff-decide-application = Принять решение по заявлению
handoff-inform-applicant = Уведомить заявителя о решении
handoff-tell-refusal = Сообщить заявителю об отказе
handoff-officer-in-book = Новый внештатный сотрудник в книге
handoff-record-own-wish = Рассмотреть просьбу о снятии с учета
handoff-invite-leader = Дать доступ руководителю
handoff-agree-plan = Согласовать план выхода на службу
handoff-enter-result = Внести результат службы в книгу
handoff-acknowledge-report = Прочитать сообщение о нарушении
handoff-sign-certificates = Подписать удостоверения
handoff-hand-over-certificates = Вручить удостоверения владельцам
handoff-settle-papers = Внести отметки о бланках недействительных удостоверений

## Acts
act-resend-mail = Письмо отправлено повторно
act-mark-undelivered = Письмо отмечено как недоставленное
act-correct-address = Адрес исправлен
act-propose-squad = Предложено создание дружины
act-create-squad = Совет создал дружину
act-reject-squad = Совет отклонил предложение
act-appoint-leader = Совет назначил руководителя
act-correct-decision = Исправлена описка в решении
act-add-candidates = Кандидаты добавлены
act-correct-candidate = Исправлены сведения о кандидате
act-attach-copies = Приложены копии документов
act-match-copies = Копии распределены по лицам из списка
act-withdraw-candidate = Кандидат отозван
act-send-list = Список направлен
act-receive-list = Список принят
act-return-entries = Записи возвращены на доработку
act-note-registers = Внесены отметки о проверке по учетам
act-record-training = Внесена правовая подготовка
act-withdraw-training = Отозвана запись о правовой подготовке
act-take-off-record = Человек снят с учета
act-put-back-on-record = Человек возвращен на учет
act-leadership-restored = Полномочия руководителя продолжаются
act-leadership-ends = Полномочия руководителя прекращены
act-discharge-notice = Человек уведомлен
act-reopen-notice = Уведомление не дошло
act-receive-application = Заявление принято
act-correct-application = Данные заявления исправлены
act-attach-application-copies = К заявлению приложена копия
act-remove-application-copy = Копия заявления убрана
act-note-application-registers = Внесены отметки о запросах по заявителю
act-accept-application = Принято положительное решение по заявлению
act-refuse-application = Принято решение об отказе по заявлению
act-withdraw-application = Заявление отозвано
act-inform-applicant = Заявитель уведомлен
act-tell-refusal = Заявителю сообщено об отказе
act-reopen-applicant-notice = Уведомление заявителю не дошло
act-confirm-contact = Контакты уточнены
act-ask-to-leave = Просьба снять с учета
act-withdraw-wish = Просьба снять с учета отозвана
act-set-wish-aside = Просьба снять с учета отклонена как не подтвержденная
act-invite-leader = Руководителю дан доступ
act-end-leader-sessions = Подразделение завершило сеанс руководителя
act-propose-plan = Выход на службу предложен
act-propose-plan-again = Выход на службу предложен снова
act-agree-plan = Выход на службу согласован
act-return-plan = План возвращен
act-cancel-plan = Выход на службу отменен
act-assign-people = Люди назначены
act-amend-plan = Согласованный план изменен
act-copy-plan = Выход на службу предложен в другие дни
act-confirm-assignment = Член дружины придет
act-decline-assignment = Член дружины не сможет прийти
act-note-reached = Руководитель связался с людьми
act-tell-days-away = Сообщены дни отсутствия
act-note-days-away = Отмечены дни отсутствия
act-end-days-away = Дни отсутствия отменены
act-record-result = Результат службы записан
act-enter-result = Результат службы внесен в книгу
act-correct-result = Результат службы исправлен
act-report-fact = Сообщено о нарушении
act-acknowledge-report = Подразделение прочитало сообщение
act-prepare-certificates = Удостоверения подготовлены
act-sign-certificates = Удостоверения подписаны
act-print-certificates = Удостоверения распечатаны
act-hand-over-certificate = Удостоверение вручено
act-void-certificate = Удостоверение признано недействительным
act-settle-paper = Внесена отметка о бланке удостоверения
act-record-signatory = Введены данные подписывающего
act-mail-to-person-fails = Письмо человеку не дошло
act-return-outcomes = Результаты направлены
act-take-back-outcome = Результат отозван
act-remove-people = Лица исключены из дружины
act-read-information = Сведения прочитаны
act-leader-takes-office = Руководитель приступил к исполнению полномочий
act-leadership-lapses = Место руководителя освободилось
act-invite-user = Приглашен пользователь
act-grant-duty = Назначена роль
act-confirm-duty = Роль подтверждена
act-end-duty = Роль прекращена
act-send-link = Создана новая ссылка
act-disable-user = Учетная запись отключена
act-end-sessions = Сеансы завершены
act-add-body = Добавлен орган
act-change-body = Изменены сведения об органе
act-succeed-body = Дела органа переданы правопреемнику

## Subjects of acts
subject-handoff = Переданное дело
subject-squad = Дружина
subject-list = Список
subject-entry = Запись в списке
subject-membership = Член дружины
subject-leadership = Руководитель дружины
subject-decision = Решение совета
subject-dispatch = Отправка списка
subject-copy = Копия удостоверения личности
subject-book-entry = Запись в книге
subject-training = Правовая подготовка
subject-notice-duty = Уведомление лица
subject-contact = Контакты человека
subject-own-wish = Просьба снять с учета
subject-plan = План выхода на службу
subject-report = Сообщение
subject-application = Заявление
subject-certificate = Удостоверение
subject-certificate-register = Реестр удостоверений
subject-assignment = Назначение на службу
subject-target = Внутренний срок подразделения
subject-checks = Завершение проверки
subject-body = Орган
subject-user = Пользователь
subject-duty = Роль
subject-mail = Письмо

## Bodies
body-kind-akimat = Акимат
body-kind-council = Координационный совет
body-kind-territorial-subdivision = Территориальное подразделение
body-kind-structural-unit = Структурное подразделение
body-open = Действует
body-closed = Закрыт

## Choices of filters
trouble-returned = С записями, возвращенными на доработку
trouble-past-target = С прошедшим внутренним сроком
case-squad = Дружина
case-list = Список
case-plan = Выход на службу
case-report = Сообщение
case-application = Заявление
case-certificate-register = Реестр удостоверений

## Accounts
account-invited = Приглашение отправлено
account-active = Действует
account-disabled = Отключена

## Languages
language-kk = Казахский
language-ru = Русский
language-en = Английский

## Standing of a clause
standing-by-acts = Выполняется действиями в системе
standing-in-part = Учтен частично
standing-not-yet = Пока не охвачен

## Уведомление лиц
notice-duty-open = Уведомить
notice-duty-done = Уведомлен
notice-duty-withdrawn = Уведомление не требуется
own-wish-asked = Ожидает
own-wish-recorded = Исполнена
own-wish-set-aside = Не подтверждена
own-wish-withdrawn = Отозвана
plan-proposed = Предложен
plan-returned = Возвращен
plan-agreed = Согласован
plan-held = Проведен
plan-cancelled = Отменен
assignment-assigned = Ждем ответа
assignment-confirmed = Придет
assignment-declined = Не сможет
assignment-attended = Пришел(-ла)
assignment-absent = Не пришел(-ла)
assignment-cancelled = Не выходит
report-sent = Отправлено
report-acknowledged = Подразделение прочитало
application-received = Поступило
application-being-vetted = На проверке
application-accepted = Принято положительное решение
application-refused = Отказано
application-withdrawn = Отозвано
application-decision-accepted = Положительное решение
application-decision-refused = Отказ
certificate-prepared = Ожидает подписи
certificate-signed = Подписано
certificate-handed-over = Вручено
certificate-void = Недействительно
certificate-register-open = Открыт
certificate-register-closed = Закрыт
certificate-kind-freelance = Удостоверение внештатного сотрудника
certificate-kind-volunteer = Удостоверение члена добровольной дружины
void-cause-off-record = владелец снят с учета
void-cause-doubled = у владельца есть другое удостоверение
void-cause-lost = утеряно
void-cause-damaged = повреждено
void-cause-wrong = содержит ошибку
void-cause-reprinted = подразделение-правопреемник выдало другое
paper-fate-handed-in = сдан
paper-fate-destroyed = уничтожен
paper-fate-not-returned = не возвращен
print-kind-first = впервые
print-kind-repeated = повторно
print-kind-spoiled = испорчен
check-valid = Удостоверение действительно
check-not-valid = Удостоверение недействительно
check-unknown = Удостоверение неизвестно
regime-border = Нарушение Государственной границы
regime-state-border = Нарушение режима Государственной границы
regime-checkpoints = Нарушение режима в пунктах пропуска
regime-border-area = Нарушение пограничного режима
regime-waters = Нарушение режима территориальных и внутренних вод
regime-fishing-zone = Нарушение режима рыболовной зоны
regime-continental-shelf = Нарушение режима континентального шельфа
reach-unconfirmed = контакты не уточнены
reach-confirmed = контакты уточнены
reach-refused = письмо не дошло
lack-book = еще не на учете
lack-training = нет правовой подготовки
against-busy = в это время занят(а)
against-away = в этот день не может
against-tired = мало отдыха
channel-email = По электронной почте
channel-letter = Письмом
channel-phone = По телефону
channel-in-hand = Лично в руки
paper-field-number = номер
paper-field-holder = фамилия, имя и отчество владельца
paper-field-subdivision = название подразделения
paper-field-position = должность
paper-field-rank = воинское звание
paper-field-signatory = фамилия, имя и отчество начальника
paper-field-code = код проверки
paper-field-words = текст бланка
