// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/accessdraft.h"
#include "ui/settings/draftsecrets.h"
#include "ui/settings/formcolumn.h"
#include "ui/settings/settingscontext.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace sockeye {

class PathEdit;

//! \brief The rows for sign-in, headers and TLS, which servers and probe endpoints have in common.
class AccessForm final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccessForm)

public:
    //! Adds its rows to \a column, which owns them. \a secrets must outlive the form.
    AccessForm(FormColumn &column, const SettingsContext &context, DraftSecrets &secrets);
    ~AccessForm() override;

    //! \a sessionKey names the secret of the entry that is shown.
    void show(const AccessDraft &draft, const QString &sessionKey);
    [[nodiscard]] AccessDraft draft() const;
    //! \brief Marks the field of the problem, and the others as right.
    void showProblem(AccessProblem problem);
    void focus(AccessProblem problem);

Q_SIGNALS:
    void edited();

private:
    void addSignIn(FormColumn &column, const FileChooser &choose);
    void addTls(FormColumn &column, const FileChooser &choose);
    void connectEditors();
    void arrange();
    void secretTyped(const QString &text);

    DraftSecrets &m_secrets;
    QString m_sessionKey;
    QComboBox *m_signIn = nullptr;
    QLineEdit *m_username = nullptr;
    QComboBox *m_place = nullptr;
    QLineEdit *m_secret = nullptr;
    PathEdit *m_secretFile = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QComboBox *m_verify = nullptr;
    PathEdit *m_caFile = nullptr;
    FormRow *m_usernameRow = nullptr;
    FormRow *m_placeRow = nullptr;
    FormRow *m_secretRow = nullptr;
    FormRow *m_secretFileRow = nullptr;
    FormRow *m_headersRow = nullptr;
    FormRow *m_verifyRow = nullptr;
    FormRow *m_caFileRow = nullptr;
};

} // namespace sockeye
