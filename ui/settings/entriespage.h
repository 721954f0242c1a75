// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/entrylist.h"
#include "ui/settings/formcolumn.h"
#include "ui/settings/settingspage.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace sockeye {

//! \brief A page with a list of entries at the left and the form of the current one at the right. The entries
//! themselves are kept by the page that derives from it.
class EntriesPage : public SettingsPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntriesPage)

public:
    ~EntriesPage() override;

    [[nodiscard]] bool isValid() const override;
    void focusProblem() override;

protected:
    struct Texts {
        QString listName; //!< for a screen reader
        QString empty; //!< in the place of the form while there is no entry
    };

    EntriesPage(const Theme &theme, const Texts &texts, QWidget *parent);

    [[nodiscard]] FormColumn &form() { return *m_form; }
    //! \brief -1 without entries.
    [[nodiscard]] int current() const;
    void setCurrent(int index);
    //! \brief Brings an editor into sight, as soon as the form is laid out.
    void scrollTo(QWidget *editor);
    //! \brief To be called when the number of entries or what the list shows of them changed.
    void updateRows();
    [[nodiscard]] static QString nameOfCopy(const QString &name);

    [[nodiscard]] virtual int entryCount() const = 0;
    [[nodiscard]] virtual EntryRow row(int index) const = 0;
    [[nodiscard]] virtual bool isEntryValid(int index) const = 0;
    virtual void addEntry() = 0; //!< at the end
    virtual void duplicateEntry(int index) = 0; //!< at the end
    virtual void removeEntry(int index) = 0;
    virtual void showEntry(int index) = 0; //!< fills the form
    virtual void focusEntryProblem() = 0; //!< of the current entry

private:
    [[nodiscard]] QWidget *makeList(const QString &name);
    void select(int index);
    void removeCurrent();

    const Theme &m_theme;
    QListWidget *m_list = nullptr;
    FormColumn *m_form = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace sockeye
