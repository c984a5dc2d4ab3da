## Every mail. Never a name, an IIN, an outcome of a person or a reason.
mail-link = Открыть в системе «Жасақ»
mail-why = Письмо направлено Вам в связи с Вашей ролью: { $duty }, { $body }.
mail-why-mailbox = Письмо направлено на электронную почту органа ({ $body }), так как роль «{ $duty }» там никому не назначена.
mail-why-above-mailbox = Письмо направлено на электронную почту органа ({ $body }), так как те, кому назначена роль «{ $duty }», не выполнили указанное действие.
mail-why-person = Вы получили это письмо, так как { $body } уточнило у Вас этот адрес. Если он не Ваш, сообщите подразделению.
mail-why-applicant = Вы получили это письмо, так как этот адрес указан в заявлении, поданном в { $body }. Если Вы не подавали заявление, сообщите подразделению.
mail-above-head = начальнику территориального подразделения
mail-above-mailbox = на электронную почту органа
mail-automatic = Письмо отправлено системой: ответы на него никто не читает. Персональных данных оно не содержит.
mail-due-internal = Внутренний срок подразделения (Правилами не установлен): { $date }.
mail-due-statutory = Срок, установленный Правилами: { $date } (этот день входит в срок полностью).
mail-row = Строка { $row }: { $what }

## Mails of handoffs
mail-basis-clause = пункт { $n } Правил
mail-basis-own-message = это сообщение Правилами не установлено
mail-basis-own-step = это действие Правилами не установлено
mail-put-to-council-title = вынесите вопрос на рассмотрение совета
mail-put-to-council-what = Акимат предлагает создать добровольную дружину { $reference }. Кандидатов: { $people }.
mail-put-to-council-todo = Вынесите вопрос на рассмотрение координационного совета и внесите его решение в систему ({ $basis }).
mail-squad-rejected-title = совет отклонил предложение
mail-squad-rejected-what = Координационный совет отклонил предложение о создании добровольной дружины «{ $squad }»: решение № { $number } от { $date } ({ $basis }).
mail-squad-rejected-todo = Сейчас от Вас ничего не требуется.
mail-send-list-title = дружина создана, направьте список
mail-send-list-what = Координационный совет создал добровольную дружину «{ $squad }»: решение № { $number } от { $date }.
mail-send-list-todo = Направьте в территориальное подразделение список членов дружины с копиями их удостоверений личности ({ $basis }).
mail-squad-created-title = создана дружина
mail-squad-created-what = Координационный совет создал добровольную дружину «{ $squad }», которой будет руководить Ваше подразделение: решение № { $number } от { $date } ({ $basis }).
mail-squad-created-todo = Сейчас от Вас ничего не требуется.
mail-receive-list-title = { $corrected ->
        [0] примите список
       *[other] примите исправленные записи ({ $corrected })
    }
mail-receive-list-what = { $corrected ->
        [0] Акимат направил список членов добровольной дружины. Лиц в списке: { $people }.
       *[other] Акимат исправил возвращенные Вами записи и направил их снова. Записей: { $corrected }.
    }
mail-receive-list-todo = { $corrected ->
        [0] Примите список и присвойте ему входящий номер ({ $basis }).
       *[other] Примите записи и присвойте им входящий номер ({ $basis }).
    }
mail-vet-list-title = проведите проверку по списку
mail-vet-list-what = Список принят. Лиц для проверки: { $people }.
mail-vet-list-todo = Проведите проверку и направьте результат по каждому лицу ({ $basis }).
mail-correct-list-title = доработайте список
mail-correct-list-what = Территориальное подразделение вернуло на доработку часть записей списка. Строк: { $people }.
mail-correct-list-todo = Исправьте эти строки и направьте их повторно ({ $basis }).
mail-remove-people-title = поступил ответ территориального подразделения
mail-remove-people-what = Территориальное подразделение направило результаты. Зарегистрировано: { $registered }. Подлежит исключению из дружины: { $removed }. Пока без результата: { $open }.
mail-remove-people-todo = Исключите из дружины лиц, указанных на странице ({ $basis }).
mail-people-in-book-title = новые лица в книге
mail-people-in-book-what = Территориальное подразделение зарегистрировало новых лиц в книге пограничной службы Вашего подразделения. Зарегистрировано: { $registered } ({ $basis }).
mail-people-in-book-todo = Сейчас от Вас ничего не требуется.
mail-officer-in-book-title = новый внештатный сотрудник в книге
mail-officer-in-book-what = Территориальное подразделение зарегистрировало внештатного сотрудника в книге пограничной службы Вашего подразделения ({ $basis }).
mail-officer-in-book-todo = Сейчас от Вас ничего не требуется. До начала службы проводится правовая подготовка.
mail-decide-application-title = поступило заявление, примите решение
mail-decide-application-what = { $received } поступило заявление лица, желающего стать внештатным сотрудником.
mail-decide-application-todo = Проведите проверку и примите решение ({ $basis }).
mail-inform-applicant-title = уведомите заявителя о решении
mail-inform-applicant-what = По заявлению принято решение, но уведомить заявителя по электронной почте не удалось ({ $basis }).
mail-inform-applicant-todo = Уведомите письмом, по телефону или лично и отметьте способ и дату.
mail-tell-refusal-title = сообщите заявителю об отказе
mail-tell-refusal-what = По заявлению принято решение об отказе, но сообщить о нем заявителю по электронной почте не удалось ({ $basis }).
mail-tell-refusal-todo = Сообщите письмом, по телефону или лично и отметьте способ и дату. Мотивы не указываются.
mail-appoint-leader-title = дружина без руководителя
mail-appoint-leader-what = У добровольной дружины «{ $squad }» нет руководителя.
mail-appoint-leader-todo = Вынесите вопрос о назначении руководителя на рассмотрение координационного совета ({ $basis }).

## Mails for information
mail-list-received-title = список принят
mail-list-received-what = Территориальное подразделение приняло список: входящий № { $number } от { $date } ({ $basis }). Сейчас от Вас ничего не требуется.
mail-decision-corrected-title = реквизиты решения исправлены
mail-decision-corrected-what = Верные реквизиты решения координационного совета о дружине «{ $squad }»: № { $number } от { $date }. Содержание решения не изменилось ({ $basis }). Сейчас от Вас ничего не требуется.
mail-decision-corrected-at-unit-title = реквизиты решения исправлены
mail-decision-corrected-at-unit-what = Верные реквизиты решения координационного совета о дружине «{ $squad }»: № { $number } от { $date }. Содержание решения не изменилось ({ $basis }). Сейчас от Вас ничего не требуется.
mail-outcomes-returned-title = поступил ответ территориального подразделения
mail-outcomes-returned-what = Территориальное подразделение направило результаты. Зарегистрировано: { $registered }. Подлежит исключению из дружины: { $removed }. Пока без результата: { $open } ({ $basis }). Сейчас от Вас ничего не требуется.
mail-people-removed-title = акимат завершил действия по списку
mail-people-removed-what = Акимат исключил лиц из дружины. Исключено: { $removed } ({ $basis }). Сейчас от Вас ничего не требуется.
mail-inform-people-title = уведомите снятых с учета
mail-inform-people-what = Участники дружины «{ $squad }» сняты с учета, подразделению следует их уведомить ({ $basis }).
mail-inform-people-todo = Уведомите каждого и отметьте способ и дату. Сколько человек ждет, показано на странице «Уведомления».
mail-record-own-wish-title = просьба о снятии с учета
mail-record-own-wish-what = Член дружины «{ $squad }» просит снять его с учета ({ $basis }).
mail-record-own-wish-todo = Убедитесь в этом и снимите с учета либо отметьте, что просьба не подтвердилась. Кто просит, показано на странице дружины.
mail-invite-leader-title = дайте доступ руководителю
mail-invite-leader-what = У дружины «{ $squad }» есть руководитель, у которого еще нет доступа к страницам для руководителей ({ $basis }).
mail-invite-leader-todo = Уточните адрес у руководителя и отправьте ссылку либо распечатайте логин и код и передайте лично.
mail-agree-plan-title = согласуйте план выхода на службу
mail-agree-plan-what = Руководитель дружины «{ $squad }» предлагает выход на службу ({ $basis }).
mail-agree-plan-todo = Согласуйте план или верните его, указав, что изменить.
mail-plan-agreed-title = выход на службу согласован
mail-plan-agreed-what = Подразделение согласовало выход на службу дружины «{ $squad }» ({ $basis }). Выберите, кто выходит.
mail-plan-returned-title = план нужно изменить
mail-plan-returned-what = Подразделение вернуло план дружины «{ $squad }» ({ $basis }). Что изменить, указано на странице.
mail-plan-cancelled-title = выход на службу отменен
mail-plan-cancelled-what = Подразделение отменило выход на службу дружины «{ $squad }» ({ $basis }). Никто не выходит.
mail-plan-amended-title = план изменен
mail-plan-amended-what = Подразделение изменило согласованный план дружины «{ $squad }» ({ $basis }). Проверьте, кто выходит.
mail-assignment-declined-title = кто-то не сможет прийти
mail-assignment-declined-what = Один человек из дружины «{ $squad }» сообщил, что не сможет прийти ({ $basis }). Можно выбрать другого.
mail-enter-result-title = внесите результат службы в книгу
mail-enter-result-what = Руководитель дружины «{ $squad }» записал результат службы ({ $basis }).
mail-enter-result-todo = Проверьте результат и внесите его в книгу.
mail-acknowledge-report-title = пришло сообщение о нарушении
mail-acknowledge-report-what = Поступило сообщение о нарушении по дружине «{ $squad }» ({ $basis }).
mail-acknowledge-report-todo = Прочитайте сообщение сейчас и отметьте, что прочитали.
mail-sign-certificates-title = удостоверения ждут подписи
mail-sign-certificates-what = Подготовлено удостоверений: { $count } ({ $basis }).
mail-sign-certificates-todo = Откройте реестр и подпишите удостоверения.
mail-hand-over-certificates-title = удостоверения надо вручить
mail-hand-over-certificates-what = Начальник подписал удостоверений: { $count } ({ $basis }).
mail-hand-over-certificates-todo = Распечатайте удостоверения и вручите их владельцам.
mail-settle-papers-title = нужна отметка о недействительном бланке
mail-settle-papers-what = Одно удостоверение стало недействительным ({ $basis }).
mail-settle-papers-todo = Отметьте, сдан ли бланк, уничтожен или не возвращен.
mail-certificate-ready-title = Ваше удостоверение готово
mail-certificate-ready-what = Ваше удостоверение № { $number } подписано ({ $basis }). Где получить: { $place }
mail-certificate-ready-todo = Возьмите с собой удостоверение личности.
mail-person-assigned-title = выход на службу
mail-person-assigned-what = Вас приглашают на службу с дружиной «{ $squad }»: { $begins } – { $ends } ({ $plan }; { $basis }).
mail-person-assigned-todo = По ссылке ниже указано место сбора; ответьте там, придете ли Вы. Учетная запись не нужна.
mail-assignment-changed-title = время или место службы изменились
mail-assignment-changed-what = Служба дружины «{ $squad }» изменилась: { $begins } – { $ends } ({ $plan }; { $basis }).
mail-assignment-changed-todo = По ссылке ниже ответьте еще раз, придете ли Вы.
mail-assignment-near-title = скоро выход на службу
mail-assignment-near-what = Напоминаем: служба дружины «{ $squad }» { $begins } – { $ends } ({ $plan }; { $basis }).
mail-assignment-near-todo = Если не сможете прийти, сообщите по ссылке ниже.
mail-assignment-cancelled-title = выход на службу отменен
mail-assignment-cancelled-what = Вам не нужно выходить на службу с дружиной «{ $squad }» { $begins } – { $ends } ({ $plan }; { $basis }).
mail-place = Место сбора: { $place }
calendar-summary = Встреча { $reference }
mail-leader-invited-title = доступ руководителя дружины
mail-leader-invited-what = Вы руководите дружиной «{ $squad }» ({ $basis }). Ваш логин: { $login }. По ссылке ниже задайте пароль; она действует до { $until }. После этого входите по логину и паролю, с одного телефона.
mail-record-ended-title = снятие с учета
mail-record-ended-what = { $of ->
        [officer] { $body } уведомляет, что с { $date } Вы не состоите на учете лиц, участвующих в защите Государственной границы (внештатный сотрудник; { $basis }). За разъяснением можете обратиться в подразделение.
       *[squad] { $body } уведомляет, что с { $date } Вы не состоите на учете лиц, участвующих в защите Государственной границы (дружина «{ $squad }»; { $basis }). За разъяснением можете обратиться в подразделение.
    }
mail-application-received-title = Ваше заявление принято
mail-application-received-what = { $body } получило { $received } Ваше заявление стать внештатным сотрудником. Номер: { $reference }. Решение принимается в течение { $days } календарных дней с этого дня, по { $last } включительно ({ $basis }).
mail-application-received-todo = О решении Вам сообщат.
mail-application-accepted-title = решение по Вашему заявлению
mail-application-accepted-what = { $body } { $date } приняло по Вашему заявлению ({ $reference }) положительное решение: Вы зарегистрированы как внештатный сотрудник Пограничной службы ({ $basis }).
mail-application-accepted-todo = О том, где получить удостоверение, Вам сообщат отдельно. Служба начинается с правовой подготовки.
mail-application-refused-title = решение по Вашему заявлению
mail-application-refused-what = { $body } { $date } приняло решение об отказе по Вашему заявлению стать внештатным сотрудником ({ $reference }). Согласно пункту 17 Правил мотивы отказа не указываются ({ $basis }).
mail-contact-confirmed-title = адрес для писем подразделения
mail-contact-confirmed-what = { $body } пишет Вам на этот адрес по делам дружины «{ $squad }» ({ $basis }). Если Вы больше не желаете участвовать, по ссылке ниже можно попросить о снятии с учета; она действует { $days } дней. Учетная запись не нужна.
mail-taken-off-record-title = участник снят с учета
mail-taken-off-record-what = Структурное подразделение сняло с учета участника дружины «{ $squad }» ({ $basis }).
mail-taken-off-record-at-council-title = участник снят с учета
mail-taken-off-record-at-council-what = Структурное подразделение сняло с учета участника дружины «{ $squad }» ({ $basis }).
mail-put-back-on-record-title = участник снова на учете
mail-put-back-on-record-what = Участник дружины «{ $squad }» был снят с учета по ошибке и снова состоит на учете ({ $basis }).
mail-put-back-on-record-at-council-title = участник снова на учете
mail-put-back-on-record-at-council-what = Участник дружины «{ $squad }» был снят с учета по ошибке и снова состоит на учете ({ $basis }). Если полномочия руководителя прекращались по этой причине, они продолжаются.
mail-digest-title = сводка информационных писем
mail-digest-what = Накопилось сообщений: { $news }. Действий от Вас не требуется. Вы сами выбрали получать информационные письма одной сводкой; изменить это можно на странице «Моя учетная запись».

## Mails of the account
mail-invitation-title = приглашение в систему
mail-invitation-what = Администратор пригласил Вас в систему «Жасақ», предназначенную для работы с добровольными дружинами приграничных районов.
mail-invitation-todo = Установите пароль по ссылке ниже. Если учетная запись у Вас уже есть, войдите и примите предложение на ее странице. Ссылкой можно воспользоваться один раз, она действует до { $until }.
mail-duty-granted-title = Вам назначена роль
mail-duty-granted-what = Администратор назначил Вам новую роль в системе.
mail-duty-granted-todo = Войдите с прежним паролем: новая роль указана в Вашей учетной записи.
mail-grant-told-title = предоставлена новая роль
mail-grant-told-what = В Вашем органе роль в системе предоставлена еще одному лицу: { $duty }.
mail-grant-told-todo = Если это верно, подтвердите роль в системе: до этого она не открывает дружин, списков и людей. Если Вам об этом неизвестно, сразу свяжитесь с руководителем органа или администратором системы.
mail-password-reset-title = ссылка для нового пароля
mail-password-reset-what = Для Вашей учетной записи запрошена ссылка, по которой устанавливается новый пароль.
mail-password-reset-todo = Ссылкой можно воспользоваться один раз, она действует до { $until }. Если Вы ее не запрашивали, ничего не делайте: пароль не изменится.
mail-password-changed-title = Ваш пароль изменен
mail-password-changed-what = Пароль Вашей учетной записи изменен, другие сеансы завершены.
mail-password-changed-todo = Если это сделали не Вы, немедленно сообщите администратору.
mail-address-corrected-title = Ваш адрес электронной почты исправлен
mail-address-corrected-what = На прежний адрес письма не доставлялись, поэтому администратор исправил Ваш адрес в системе на этот.
mail-address-corrected-todo = Теперь входите в систему с этим адресом и прежним паролем. Если Вы этого не ожидали, немедленно сообщите администратору.
mail-address-replaced-title = Ваш адрес заменен
mail-address-replaced-what = Письма на этот адрес не доходили, поэтому администратор заменил его в Вашей учетной записи другим.
mail-address-replaced-todo = Если Вы читаете это письмо и не просили о замене, немедленно сообщите администратору.

## Reminders
mail-reminder-due-soon-title = напоминание № { $number }: до внутреннего срока { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-due-soon-what = От Вас ожидается: «{ $what }».
mail-reminder-due-soon-todo = Выполните это до истечения внутреннего срока ({ $basis }).
mail-reminder-due-tomorrow-title = напоминание № { $number }: внутренний срок – { $date }
mail-reminder-due-tomorrow-what = Внутренний срок истекает, а действие не выполнено: «{ $what }».
mail-reminder-due-tomorrow-todo = Выполните его до конца дня { $date } ({ $basis }).
mail-reminder-due-passed-title = напоминание № { $number }: внутренний срок истек
mail-reminder-due-passed-what = Внутренний срок истек { $date }, но действие не выполнено: «{ $what }». Письмо об этом направлено { $above }.
mail-reminder-due-passed-todo = Выполните его без промедления ({ $basis }).
mail-reminder-due-long-passed-title = напоминание № { $number }: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } после внутреннего срока
mail-reminder-due-long-passed-what = Действие не выполнено и после истечения внутреннего срока: «{ $what }». Письмо об этом повторно направлено { $above }.
mail-reminder-due-long-passed-todo = Выполните его сегодня ({ $basis }). Если это невозможно, попросите администратора назначить заместителя.
mail-reminder-term-in-ten-title = напоминание № { $number }: до срока по Правилам { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-term-in-ten-what = От Вас ожидается: «{ $what }». Последний день: { $date }.
mail-reminder-term-in-ten-todo = Выполните это в срок ({ $basis }).
mail-reminder-term-in-five-title = напоминание № { $number }: до конца срока { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-term-in-five-what = Срок, установленный Правилами, истекает { $date }, а действие еще не выполнено: «{ $what }».
mail-reminder-term-in-five-todo = Проверьте, получены ли ответы на запросы, и примите решение ({ $basis }).
mail-reminder-term-tomorrow-title = напоминание № { $number }: срок истекает завтра
mail-reminder-term-tomorrow-what = Завтра последний день срока, установленного Правилами: «{ $what }».
mail-reminder-term-tomorrow-todo = Примите решение до 23:59 { $date } ({ $basis }).
mail-reminder-term-today-title = напоминание № { $number }: сегодня последний день срока
mail-reminder-term-today-what = Сегодня последний день срока, установленного Правилами: «{ $what }».
mail-reminder-term-today-todo = Примите решение сегодня, до 23:59 ({ $basis }).
mail-reminder-term-passed-title = напоминание № { $number }: срок по Правилам истек
mail-reminder-term-passed-what = Срок, установленный Правилами, истек { $date }, но решение не принято: «{ $what }». Письмо об этом направлено { $above }.
mail-reminder-term-passed-todo = Примите решение без промедления ({ $basis }).
mail-reminder-term-long-passed-title = напоминание № { $number }: после срока прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-term-long-passed-what = Действие не выполнено и после истечения срока: «{ $what }». Письмо об этом повторно направлено { $above }.
mail-reminder-term-long-passed-todo = Примите решение сегодня ({ $basis }). Если это невозможно, попросите администратора назначить заместителя.
mail-reminder-waiting-title = напоминание № { $number }: Вашего действия ждут { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-waiting-what = От Вас ожидается: «{ $what }». Правилами срок для этого не установлен.
mail-reminder-waiting-todo = Откройте страницу и выполните действие ({ $basis }).
mail-reminder-still-waiting-title = напоминание № { $number }: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } без исполнения
mail-reminder-still-waiting-what = Без этого действия дело не может двигаться дальше: «{ $what }». Правилами срок для него не установлен.
mail-reminder-still-waiting-todo = Выполните действие: его ждут другие органы ({ $basis }).
mail-reminder-long-waiting-title = напоминание № { $number }: дело не движется { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-long-waiting-what = Действие долго не выполняется: «{ $what }». Правилами срок для него не установлен. Письмо об этом направлено { $above }. Дней ожидания: { $days }.
mail-reminder-long-waiting-todo = Выполните действие ({ $basis }). Если это невозможно, попросите администратора назначить заместителя.

## Reminders to those above
mail-above-due-passed-title = внутренний срок истек, действие не выполнено
mail-above-due-passed-what = Внутренний срок истек { $date }, но действие не выполнено: «{ $what }». Ответственным сотрудникам направлено напоминаний: { $number }.
mail-above-due-passed-todo = Возьмите исполнение под контроль ({ $basis }).
mail-above-due-long-passed-title = внутренний срок истек { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } назад
mail-above-due-long-passed-what = Действие все еще не выполнено: «{ $what }». Ответственным сотрудникам направлено напоминаний: { $number }.
mail-above-due-long-passed-todo = Обеспечьте исполнение ({ $basis }). При необходимости администратор назначит заместителя.
mail-above-term-today-title = сегодня последний день срока по Правилам
mail-above-term-today-what = Сегодня истекает срок, а решение еще не принято: «{ $what }». Напоминаний ответственным сотрудникам: { $number }.
mail-above-term-today-todo = Обеспечьте принятие решения сегодня, до 23:59 ({ $basis }).
mail-above-term-passed-title = срок, установленный Правилами, истек
mail-above-term-passed-what = Срок, установленный Правилами, истек { $date }, но решение не принято: «{ $what }». Ответственным сотрудникам направлено напоминаний: { $number }.
mail-above-term-passed-todo = Обеспечьте принятие решения без промедления ({ $basis }).
mail-above-term-long-passed-title = после срока, установленного Правилами, прошло { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-above-term-long-passed-what = Действие все еще не выполнено: «{ $what }». Ответственным сотрудникам направлено напоминаний: { $number }.
mail-above-term-long-passed-todo = Обеспечьте принятие решения сегодня ({ $basis }). При необходимости администратор назначит заместителя.
mail-above-long-waiting-title = дело не движется { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-above-long-waiting-what = Действие долго не выполняется: «{ $what }». Правилами срок для него не установлен. Дней ожидания: { $days }. Ответственным сотрудникам направлено напоминаний: { $number }.
mail-above-long-waiting-todo = Обеспечьте исполнение ({ $basis }). При необходимости администратор назначит заместителя.

## Kinds of mails
mail-kind-reminder-due-soon = Напоминание
mail-kind-reminder-due-tomorrow = Напоминание
mail-kind-reminder-due-passed = Напоминание об истекшем сроке
mail-kind-reminder-due-long-passed = Напоминание об истекшем сроке
mail-kind-reminder-term-in-ten = Напоминание о сроке по Правилам
mail-kind-reminder-term-in-five = Напоминание о сроке по Правилам
mail-kind-reminder-term-tomorrow = Напоминание о сроке по Правилам
mail-kind-reminder-term-today = Напоминание о сроке по Правилам
mail-kind-reminder-term-passed = Напоминание об истекшем сроке по Правилам
mail-kind-reminder-term-long-passed = Напоминание об истекшем сроке по Правилам
mail-kind-reminder-waiting = Напоминание
mail-kind-reminder-still-waiting = Повторное напоминание
mail-kind-reminder-long-waiting = Напоминание о долгом ожидании
mail-kind-above-due-passed = Письмо руководству об истекшем сроке
mail-kind-above-due-long-passed = Повторное письмо руководству об истекшем сроке
mail-kind-above-term-today = Письмо руководству о последнем дне срока
mail-kind-above-term-passed = Письмо руководству об истекшем сроке по Правилам
mail-kind-above-term-long-passed = Повторное письмо руководству об истекшем сроке по Правилам
mail-kind-above-long-waiting = Письмо руководству о долгом ожидании
mail-kind-digest = Сводка информационных писем
mail-kind-address-corrected = Письмо об исправлении адреса
mail-kind-address-replaced = Уведомление на прежний адрес
mail-kind-put-to-council = Письмо секретарю совета
mail-kind-squad-rejected = Письмо в акимат
mail-kind-send-list = Письмо в акимат
mail-kind-squad-created = Письмо в структурное подразделение
mail-kind-receive-list = Письмо в территориальное подразделение
mail-kind-vet-list = Письмо сотрудникам, проводящим проверку
mail-kind-correct-list = Письмо в акимат
mail-kind-remove-people = Письмо в акимат
mail-kind-people-in-book = Письмо в структурное подразделение
mail-kind-appoint-leader = Письмо секретарю совета
mail-kind-list-received = Уведомление акимату о получении
mail-kind-decision-corrected = Письмо акимату об исправлении реквизитов решения
mail-kind-decision-corrected-at-unit = Письмо структурному подразделению об исправлении реквизитов решения
mail-kind-outcomes-returned = Письмо в акимат
mail-kind-people-removed = Письмо в территориальное подразделение
mail-kind-inform-people = Письмо структурному подразделению об уведомлениях
mail-kind-decide-application = Письмо территориальному подразделению о заявлении
mail-kind-inform-applicant = Письмо территориальному подразделению об уведомлении заявителя
mail-kind-tell-refusal = Письмо территориальному подразделению о сообщении отказа
mail-kind-officer-in-book = Письмо структурному подразделению о внештатном сотруднике
mail-kind-record-own-wish = Письмо структурному подразделению о просьбе снять с учета
mail-kind-invite-leader = Письмо структурному подразделению о доступе руководителя
mail-kind-agree-plan = Письмо структурному подразделению о плане
mail-kind-plan-agreed = Письмо руководителю о согласованном плане
mail-kind-plan-returned = Письмо руководителю о возвращенном плане
mail-kind-plan-cancelled = Письмо руководителю об отмене
mail-kind-plan-amended = Письмо руководителю об изменении плана
mail-kind-assignment-declined = Письмо руководителю о том, кто не придет
mail-kind-enter-result = Письмо структурному подразделению о результате
mail-kind-acknowledge-report = Письмо структурному подразделению о нарушении
mail-kind-sign-certificates = Письмо начальнику территориального подразделения о подписании удостоверений
mail-kind-hand-over-certificates = Письмо территориальному подразделению о вручении удостоверений
mail-kind-settle-papers = Письмо территориальному подразделению о бланке недействительного удостоверения
mail-kind-certificate-ready = Письмо владельцу удостоверения
mail-kind-person-assigned = Письмо человеку о выходе на службу
mail-kind-assignment-changed = Письмо человеку об изменении
mail-kind-assignment-near = Письмо-напоминание человеку
mail-kind-assignment-cancelled = Письмо человеку об отмене
mail-kind-leader-invited = Письмо руководителю о доступе
mail-kind-record-ended = Письмо человеку о снятии с учета
mail-kind-application-received = Письмо человеку о приеме заявления
mail-kind-application-accepted = Письмо человеку о решении
mail-kind-application-refused = Письмо человеку о решении
mail-kind-contact-confirmed = Письмо человеку об адресе
mail-kind-taken-off-record = Письмо акимату о снятии с учета
mail-kind-taken-off-record-at-council = Письмо совету о снятии с учета
mail-kind-put-back-on-record = Письмо акимату об исправлении учета
mail-kind-put-back-on-record-at-council = Письмо совету об исправлении учета
mail-kind-invitation = Приглашение
mail-kind-duty-granted = Письмо о новой роли
mail-kind-grant-told = Письмо органу о новой роли
mail-kind-password-reset = Ссылка для нового пароля
mail-kind-password-changed = Письмо о смене пароля

## Fate of a mail
mail-queued = в очереди на отправку
mail-retried = пока не отправлено, попытка будет повторена
mail-retried-since = не отправляется с { $at }, попытки продолжаются
mail-held = будет отправлено в утренней сводке
mail-sending = отправляется сейчас
mail-duty-ended = не отправлено: роль получателя прекращена. Тем, кто исполняет ее теперь, написано отдельное письмо.
mail-work-done = не отправлено: дело из письма уже выполнено
mail-work-done-by = не отправлено: выполнено { $at }, исполнитель: { $by }
mail-sent = отправлено { $at }
mail-failed = не доставлено
mail-attempts = попыток: { $n }
mail-to-mailbox = электронная почта органа
mail-waits = Письма не отправляются с { $since }. Всё сделанное сохранено, письма уйдут сами, как только это станет возможно: от Вас ничего не требуется.

## Causes of failure, and what mends them
mail-fault-address-refused = почтовый сервер не принял этот адрес
mail-fault-address-doubted = почтовый сервер отверг получателя без причины: возможно, адрес ему неизвестен
mail-fault-address-marked = администратор отметил, что письмо не дошло
mail-fault-sender-refused = почтовый сервер не принимает от этой системы письма для этого получателя
mail-fault-too-large = размер письма больше, чем разрешает сервер
mail-fault-mail-refused = почтовый сервер не принял письмо
mail-fault-time-over = сервер не принимал письмо 72 часа
mail-fault-unclear = неизвестно, дошло ли письмо: связь прервалась трижды
mail-fault-own-fault = система не смогла составить письмо
mail-fault-duty-ended = роль получателя прекращена
mail-fault-work-done = дело из письма уже выполнено
mail-mend-address-refused = Уточните и исправьте адрес.
mail-mend-address-doubted = Уточните адрес у получателя. Если он неверный, исправьте его, если верный, отправьте письмо еще раз.
mail-mend-address-marked = Уточните и исправьте адрес.
mail-mend-sender-refused = Сообщите тем, кто сопровождает почтовый сервер, и затем отправьте письмо еще раз.
mail-mend-too-large = Сообщите тем, кто сопровождает систему.
mail-mend-mail-refused = Сообщите тем, кто сопровождает почтовый сервер, и затем отправьте письмо еще раз.
mail-mend-time-over = Проверьте, действует ли адрес, и отправьте письмо еще раз.
mail-mend-unclear = Спросите получателя, пришло ли письмо, и если нет, отправьте его еще раз.
mail-mend-own-fault = Сообщите тем, кто сопровождает систему.
mail-mend-duty-ended = Ничего делать не нужно.
mail-mend-work-done = Ничего делать не нужно.

## Pages of mails
mails-help = Здесь показаны письма, которые не удалось доставить. Само дело остается в системе и не потеряется.
mails-help-administrator = Исправьте адрес или отправьте письмо еще раз и сами свяжитесь с получателем.
mails-help-officer = Адрес исправляет администратор органа-получателя. Если дело срочное, свяжитесь с этим органом.
mails-empty = Недоставленных писем нет.
mails-failed = Не доставлены
mails-refused = Отправляются повторно
mails-put-off = сервер просит повторить позже
mails-case = Дело и письмо
mails-owner = Кому
mails-cause = Причина
mails-since = С какого времени
mails-over = Дело, о котором это письмо, уже завершено.
mails-latest = Последние письма
mails-latest-mailbox = Последние письма на почту органа
mails-fate = Что с письмом
mails-queued-at = Время создания
mails-vacant = Роли, которые никому не назначены
mails-vacant-help = Письма для этих ролей приходят на электронную почту органа. Назначьте роль кому-нибудь.
mails-resend = Отправить еще раз
mails-resend-help = Письмо будет отправлено в прежнем виде на нынешний адрес получателя.
mails-resend-button = Отправить еще раз
mails-resend-all-help = Все письма ниже будут отправлены еще раз в прежнем виде, кроме писем с неверным адресом.
mails-resend-all-button = Отправить все еще раз
mails-mark = Письмо не дошло
mails-mark-help = Отметьте, если на почту отправителя пришло уведомление о недоставке или так говорит получатель. Это и более поздние письма на этот адрес будут считаться недоставленными, и адрес можно будет исправить.
mails-mark-button = Отметить как недоставленное
mails-correct = Исправить адрес
mails-correct-help = Получатель будет входить в систему с новым адресом. Письма, не доставленные на прежний адрес, будут отправлены на новый.
mails-correct-notice = Сервер не сообщал, что прежний адрес никто не читает, поэтому уведомление о замене уйдет и туда.
mails-correct-button = Исправить и отправить
mails-done-resent = Письмо снова поставлено в очередь.
mails-done-corrected = Адрес исправлен, недоставленные письма отправляются снова.
mails-done-marked = Письмо считается недоставленным. Исправьте адрес.
mails-done-resent_all = Письма снова поставлены в очередь.
badge-undelivered = писем не доставлено
field-new-address = Верный адрес

## Queue
queue = Очередь отправки
queue-away = Не отправляются с
queue-error = Последний ответ почтового сервера
queue-waiting = Писем в очереди
queue-oldest = Самое старое создано
queue-sent = Отправлено за последний час
server-fault-greeting = Почтовому серверу нужно другое имя в приветствии: те, кто сопровождает систему, задают в mail_greeting имя этой машины.
server-fault-relay = Почтовый сервер не пересылает письма этой системы: те, кто ее сопровождает, проверяют пользователя, пароль и отправителя в mail_url и mail_from.
server-fault-blocked = Почтовый сервер ничего не принимает с этой машины: те, кто сопровождает систему, просят его владельца исключить машину из списка.

## Letter on paper
letter = Письмо для печати
letter-help = Распечатайте эту страницу и вручите тому, у кого нет электронной почты или до кого письмо не дошло.
letter-delivered = Дата вручения
letter-by = Вручил (сотрудник)
letter-signature = Подпись получателя

## Faults of acts on a mail
error-mail-link-gone = Ссылка из этого письма больше не действует: отправьте новую со страницы пользователя.
error-mail-reader-gone = Учетная запись получателя отключена: писем ему не отправляют.
error-mail-kept-back = Это письмо больше никому не нужно: оно не отправляется.
error-mail-address-changed = У получателя теперь другой адрес: отметьте письмо на этот адрес.
error-mails-nothing-to-resend = Нет писем, которые можно отправить в прежнем виде: сначала исправьте адреса.
error-mail-address-same = Это прежний адрес. Укажите верный.
error-mail-address-taken = С этим адресом входит другой пользователь. Укажите другой.
error-mail-address-not-refused = Нынешний адрес получателя сервер не отвергал: отправьте письмо еще раз.
error-mail-address-not-ours = У этого пользователя есть роль вне Ваших органов, поэтому Вы один исправить его адрес не можете. Обратитесь к тем, кто сопровождает систему.
