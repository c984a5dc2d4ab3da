## Reminders, digests and corrected addresses: mails
mail-above-head = начальнику территориального подразделения
mail-above-mailbox = на электронную почту органа
mail-why-above-mailbox = Письмо направлено на электронную почту органа ({ $body }), так как те, кому назначена роль «{ $duty }», не выполнили указанное действие.

mail-reminder-due-soon-title = напоминание № { $number }: до внутреннего срока { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-due-soon-what = От Вас ожидается: «{ $what }».
mail-reminder-due-soon-todo = Выполните это до истечения внутреннего срока (пункт { $clause } Правил).
mail-reminder-due-tomorrow-title = напоминание № { $number }: внутренний срок – { $date }
mail-reminder-due-tomorrow-what = Внутренний срок истекает, а действие не выполнено: «{ $what }».
mail-reminder-due-tomorrow-todo = Выполните его до конца дня { $date } (пункт { $clause } Правил).
mail-reminder-due-passed-title = напоминание № { $number }: внутренний срок истек
mail-reminder-due-passed-what = Внутренний срок истек { $date }, но действие не выполнено: «{ $what }». Письмо об этом направлено { $above }.
mail-reminder-due-passed-todo = Выполните его без промедления (пункт { $clause } Правил).
mail-reminder-due-long-passed-title = напоминание № { $number }: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } после внутреннего срока
mail-reminder-due-long-passed-what = Действие не выполнено и после истечения внутреннего срока: «{ $what }». Письмо об этом повторно направлено { $above }.
mail-reminder-due-long-passed-todo = Выполните его сегодня (пункт { $clause } Правил). Если это невозможно, попросите администратора назначить заместителя.
mail-reminder-waiting-title = напоминание № { $number }: Вашего действия ждут { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-waiting-what = От Вас ожидается: «{ $what }». Правилами срок для этого не установлен.
mail-reminder-waiting-todo = Откройте страницу и выполните действие (пункт { $clause } Правил).
mail-reminder-still-waiting-title = напоминание № { $number }: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } без исполнения
mail-reminder-still-waiting-what = Без этого действия дело не может двигаться дальше: «{ $what }». Правилами срок для него не установлен.
mail-reminder-still-waiting-todo = Выполните действие: его ждут другие органы (пункт { $clause } Правил).
mail-reminder-long-waiting-title = напоминание № { $number }: дело не движется { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-reminder-long-waiting-what = Действие долго не выполняется: «{ $what }». Правилами срок для него не установлен. Письмо об этом направлено { $above }. Дней ожидания: { $days }.
mail-reminder-long-waiting-todo = Выполните действие (пункт { $clause } Правил). Если это невозможно, попросите администратора назначить заместителя.

mail-above-due-passed-title = внутренний срок истек, действие не выполнено
mail-above-due-passed-what = Внутренний срок истек { $date }, но действие не выполнено: «{ $what }». Ответственным сотрудникам направлено напоминаний: { $number }.
mail-above-due-passed-todo = Возьмите исполнение под контроль (пункт { $clause } Правил).
mail-above-due-long-passed-title = внутренний срок истек { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } назад
mail-above-due-long-passed-what = Действие все еще не выполнено: «{ $what }». Ответственным сотрудникам направлено напоминаний: { $number }.
mail-above-due-long-passed-todo = Обеспечьте исполнение (пункт { $clause } Правил). При необходимости администратор назначит заместителя.
mail-above-long-waiting-title = дело не движется { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
mail-above-long-waiting-what = Действие долго не выполняется: «{ $what }». Правилами срок для него не установлен. Дней ожидания: { $days }. Ответственным сотрудникам направлено напоминаний: { $number }.
mail-above-long-waiting-todo = Обеспечьте исполнение (пункт { $clause } Правил). При необходимости администратор назначит заместителя.

mail-digest-title = сводка информационных писем
mail-digest-what = Накопилось сообщений: { $news }. Действий от Вас не требуется. Вы сами выбрали получать информационные письма одной сводкой; изменить это можно на странице «Моя учетная запись».
mail-address-corrected-title = Ваш адрес электронной почты исправлен
mail-address-corrected-what = На прежний адрес письма не доставлялись, поэтому администратор исправил Ваш адрес в системе на этот.
mail-address-corrected-todo = Теперь входите в систему с этим адресом и прежним паролем. Если Вы этого не ожидали, немедленно сообщите администратору.

mail-kind-reminder-due-soon = Напоминание
mail-kind-reminder-due-tomorrow = Напоминание
mail-kind-reminder-due-passed = Напоминание об истекшем сроке
mail-kind-reminder-due-long-passed = Напоминание об истекшем сроке
mail-kind-reminder-waiting = Напоминание
mail-kind-reminder-still-waiting = Повторное напоминание
mail-kind-reminder-long-waiting = Напоминание о долгом ожидании
mail-kind-above-due-passed = Письмо руководству об истекшем сроке
mail-kind-above-due-long-passed = Повторное письмо руководству об истекшем сроке
mail-kind-above-long-waiting = Письмо руководству о долгом ожидании
mail-kind-digest = Сводка информационных писем
mail-kind-address-corrected = Письмо об исправлении адреса

## Why a mail failed, and what mends it
mail-fault-address-refused = почтовый сервер не принял этот адрес
mail-fault-too-large = размер письма больше, чем разрешает сервер
mail-fault-mail-refused = почтовый сервер не принял письмо
mail-fault-time-over = сервер не принимал письмо 72 часа
mail-fault-unclear = неизвестно, дошло ли письмо: связь прервалась трижды
mail-fault-own-fault = система не смогла составить письмо
mail-mend-address-refused = Уточните и исправьте адрес.
mail-mend-too-large = Сообщите тем, кто сопровождает систему.
mail-mend-mail-refused = Сообщите тем, кто сопровождает почтовый сервер, и затем отправьте письмо еще раз.
mail-mend-time-over = Проверьте, действует ли адрес, и отправьте письмо еще раз.
mail-mend-unclear = Спросите получателя, пришло ли письмо, и если нет, отправьте его еще раз.
mail-mend-own-fault = Сообщите тем, кто сопровождает систему.

## Pages about mail
menu-mails = Письма
badge-undelivered = писем не доставлено
mail-held = будет отправлено в утренней сводке
mail-retried-since = не отправляется с { $at }, попытки продолжаются
mail-waits = Письма не отправляются с { $since }. Всё сделанное сохранено, письма уйдут сами, как только это станет возможно: от Вас ничего не требуется.
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
mails-fate = Что с письмом
mails-queued-at = Время создания
mails-vacant = Роли, которые никому не назначены
mails-vacant-help = Письма для этих ролей приходят на электронную почту органа. Назначьте роль кому-нибудь.
mails-resend = Отправить еще раз
mails-resend-help = Письмо будет отправлено в прежнем виде на нынешний адрес получателя.
mails-resend-button = Отправить еще раз
mails-correct = Исправить адрес
mails-correct-help = Получатель будет входить в систему с новым адресом. Письма, не доставленные на прежний адрес, будут отправлены на новый.
mails-correct-button = Исправить и отправить
mails-done-resent = Письмо снова поставлено в очередь.
mails-done-corrected = Адрес исправлен, недоставленные письма отправляются снова.
field-new-address = Верный адрес
queue = Очередь отправки
queue-away = Не отправляются с
queue-error = Последний ответ почтового сервера
queue-waiting = Писем в очереди
queue-oldest = Самое старое создано
queue-sent = Отправлено за последний час
letter = Письмо для печати
letter-help = Распечатайте эту страницу и вручите тому, у кого нет электронной почты или до кого письмо не дошло.
letter-delivered = Дата вручения
letter-by = Вручил (сотрудник)
letter-signature = Подпись получателя
digest = Информационные письма
digest-choice = Получать информационные письма одной сводкой каждое утро
digest-help = Письма, требующие действий, напоминания и письма об учетной записи всегда приходят сразу.
digest-saved = Ваш выбор сохранен.
dev-emails = Образцы писем (разработка)

## Acts, and what is wrong with them
act-resend-mail = Письмо отправлено повторно
act-correct-address = Адрес исправлен
subject-mail = Письмо
own-reminders = О невыполненных действиях напоминают: при сроке – за 5 дней и за 1 день до него, через 1 день и через 8 дней после него, без срока – через 7, 14 и 28 дней. Об истекшем сроке и о 28 днях ожидания сообщают начальнику подразделения, а в органе без начальника – на электронную почту органа.
error-mail-link-gone = Ссылка из этого письма больше не действует: отправьте новую со страницы пользователя.
error-mail-reader-gone = Учетная запись получателя отключена: писем ему не отправляют.
error-mail-address-same = Это прежний адрес. Укажите верный.
error-mail-address-taken = С этим адресом входит другой пользователь. Укажите другой.
error-mail-address-not-refused = Нынешний адрес получателя сервер не отвергал: отправьте письмо еще раз.
error-mail-address-not-ours = У этого пользователя есть роль вне Ваших органов, поэтому Вы один исправить его адрес не можете. Обратитесь к тем, кто сопровождает систему.
