// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/draftsecrets.h"
#include "ui/settings/formcolumn.h"
#include "ui/settings/secretdraft.h"
#include "ui/settings/settingscontext.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace sockeye {

class PathEdit;

//! \brief The rows that ask where a secret is kept, and for the secret itself or its file.
class SecretRows final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretRows)

public:
    struct Names {
        QString place; //!< the object names of the editors
        QString secret;
        QString file;
    };

    //! Adds its rows to \a column, which owns them. \a secrets must outlive the rows.
    SecretRows(FormColumn &column, const FileChooser &choose, const Names &names, DraftSecrets &secrets);
    ~SecretRows() override;

    [[nodiscard]] FormRow *secretRow() const { return m_secretRow; }
    [[nodiscard]] FormRow *fileRow() const { return m_fileRow; }

    //! \a sessionKey names the secret of the entry that is shown.
    void show(const SecretDraft &draft, const QString &sessionKey);
    [[nodiscard]] SecretDraft draft() const;
    //! \brief What the secret is called.
    void setLabel(const QString &label);
    void setVisible(bool visible);

Q_SIGNALS:
    void edited();

private:
    void arrange();
    void takeTyped();
    void addRemedies(FormColumn &column, const QString &prefix);
    void askKeychain();
    void showKeychain();
    void followStoring(const QString &name);
    void useFile();
    [[nodiscard]] QString name() const;

    DraftSecrets &m_secrets;
    QString m_sessionKey;
    QString m_keychainName; //!< of the configuration
    QComboBox *m_place;
    QLineEdit *m_secret;
    PathEdit *m_file;
    FormRow *m_placeRow;
    FormRow *m_secretRow;
    FormRow *m_fileRow;
    FormRow *m_remediesRow = nullptr; //!< for what was not stored
    QPushButton *m_storeAgain = nullptr;
    bool m_visible = true;
};

} // namespace sockeye
