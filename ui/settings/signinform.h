// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/formfields.h"
#include "ui/settings/secretrows.h"
#include "ui/settings/signindraft.h"

namespace sockeye {

//! \brief The rows that ask how to sign in.
class SignInForm final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInForm)

public:
    //! Adds its rows to \a column, which owns them, and to \a fields. \a secrets must outlive the form.
    SignInForm(FormColumn &column, FormFields &fields, const SettingsContext &context, DraftSecrets &secrets);
    ~SignInForm() override;

    void show(const SignInDraft &draft, const QString &sessionKey);
    [[nodiscard]] SignInDraft draft() const;

Q_SIGNALS:
    void edited();

private:
    void addKinds(FormColumn &column, FormFields &fields);
    void addFetching(FormColumn &column, FormFields &fields);
    void connectEditors();
    void arrange();
    void showArguments();
    [[nodiscard]] SignInDraft::Kind kind() const;

    HttpAuth m_loaded;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_username = nullptr;
    QLineEdit *m_tokenType = nullptr;
    QLineEdit *m_clientId = nullptr;
    SecretRows *m_secret = nullptr;
    QLineEdit *m_tokenUrl = nullptr;
    QLineEdit *m_scopes = nullptr;
    QPlainTextEdit *m_parameters = nullptr;
    QLineEdit *m_command = nullptr;
    FormRow *m_usernameRow = nullptr;
    FormRow *m_tokenTypeRow = nullptr;
    FormRow *m_clientIdRow = nullptr;
    FormRow *m_tokenUrlRow = nullptr;
    FormRow *m_scopesRow = nullptr;
    FormRow *m_parametersRow = nullptr;
    FormRow *m_commandRow = nullptr;
};

} // namespace sockeye
