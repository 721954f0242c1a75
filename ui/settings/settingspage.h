// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/workspace.h"
#include "core/settings/preferences.h"

#include <QWidget>

namespace sockeye {

//! \brief What the dialog edits: a copy of the workspace and of the person's preferences.
struct SettingsDraft {
    Workspace workspace;
    Preferences preferences;

    friend bool operator==(const SettingsDraft &, const SettingsDraft &) = default;
};

//! \brief One page of the settings dialog. Holds its part of the draft in the form that the user types it in.
class SettingsPage : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    ~SettingsPage() override;

    virtual void load(const SettingsDraft &draft) = 0;
    //! \brief Writes the page's part; what is not valid yet is written as far as it goes.
    virtual void store(SettingsDraft &draft) const = 0;
    //! \brief The page comes into sight, and other pages may have changed their parts.
    virtual void refresh(const SettingsDraft &draft);

    [[nodiscard]] virtual bool isValid() const;
    //! \brief Brings the first field that is not valid to the user's attention.
    virtual void focusProblem();

    //! \brief True on pages with something to try out.
    [[nodiscard]] virtual bool canTest() const;
    [[nodiscard]] virtual bool isTesting() const;
    virtual void startTest();
    virtual void cancelTest();

Q_SIGNALS:
    void changed(); //!< the user edited something
    void testChanged(); //!< canTest() or isTesting()

protected:
    explicit SettingsPage(QWidget *parent = nullptr);
};

} // namespace sockeye
